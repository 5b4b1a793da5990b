using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Settings;
using Arize.TaskLint.Reporting.EditorSchema;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint schema</c>: what editors need to know of declarations.</summary>
internal static class SchemaCommand
{
    internal static Command Create(Terminal terminal)
    {
        var draft = new Option<string>("--draft")
        {
            Description = $"The version of JSON Schema: {string.Join(" or ", SchemaDraft.All)}",
            HelpName = "version",
            DefaultValueFactory = _ => SchemaDraft.All[0].Name,
        };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output", HelpName = "file" };
        var settings = OptionKinds.Flag("--settings", "Print the schema of the settings file, tasklint.yaml, instead");
        var result = OptionKinds.Flag("--result", "Print the schema of the result that --format json writes, instead");
        var live = new Option<string[]>("--live")
        {
            Description = "Add what editors can offer of the live side: names, variables of evaluators and whole tasks; from the API, or from this "
                + "snapshot; may repeat",
            HelpName = "file|dir|-",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var space = OptionKinds.Text("--space", "space",
            "With --live: the space to read, by name or ID. Default: ARIZE_SPACE, or 'space' in tasklint.yaml, or all that the key can see");
        var config = OptionKinds.Text("--config", "file", "The settings file; default: tasklint.yaml in this folder or in a parent folder");
        var api = new ApiOptions();
        var command = new Command("schema", "Print the JSON Schema of declarations in YAML, for editors");
        foreach (var option in new Option[] { draft, live, space, settings, result, output })
            command.Options.Add(option);
        api.AddTo(command);
        command.Options.Add(config);
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = parsed.GetValue(draft)!;
            var version = SchemaDraft.Find(name) ?? throw new UsageException($"--draft '{name}' is not one of {string.Join(", ", SchemaDraft.All)}");
            Option[] kinds = [live, settings, result];
            if (kinds.Where(IsGiven).ToList() is { Count: > 1 } several)
                throw new UsageException($"{several[0].Name} and {several[1].Name} are different schemas; give one");
            if (IsGiven(space) && !IsGiven(live))
                throw new UsageException($"{space.Name} needs {live.Name}: only the live side has spaces");
            Action<TextWriter> write;
            if (parsed.GetValue(settings))
            {
                write = writer => SchemaWriter.WriteSettings(
                    version, SettingsFields.Spec, SettingsFields.WordsOfValues, [SettingsFields.Rules], writer);
            }
            else if (parsed.GetValue(result))
            {
                write = SchemaWriter.WriteResult;
            }
            else
            {
                var names = parsed.GetResult(live) is null ? null : await LiveAsync(parsed, cancellation).ConfigureAwait(false);
                write = writer => SchemaWriter.Write(version, names, writer);
            }

            if (parsed.GetValue(output) is { } file)
                WholeFile.Write(terminal.FullPath(file), $"--output '{file}'", terminal.Workspace, write);
            else
                write(RedactingWriter.Under(terminal.Output));
            return ExitCodes.Clean;

            bool IsGiven(Option option) => parsed.GetResult(option) is not null and { Implicit: false };
        });
        Task<LiveNames> LiveAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var workspace = terminal.Workspace with { Log = new TerminalLog(terminal, isQuiet: false, isVerbose: false) };
            var request = api.Request(parsed) with { Saved = parsed.GetValue(live) ?? [] };
            return new LiveNamesRun(workspace).ReadAsync(request, parsed.GetValue(space), parsed.GetValue(config), cancellation);
        }

        Examples.Add(command,
            ("tasklint schema --output arize-tasks.schema.json", "the file that declarations refer to in their first line"),
            ("tasklint schema --live --space production --output arize-tasks.schema.json", "with live names, for completion"),
            ("tasklint schema --live live.json --output arize-tasks.schema.json", "the same from a snapshot, without network access"),
            ("tasklint schema --draft draft-07", "for editors that do not support 2020-12"),
            ("tasklint schema --settings --output tasklint.schema.json", "the schema of tasklint.yaml"),
            ("tasklint schema --result", "the schema of JSON results, for programs that read them"));
        return command;
    }
}
