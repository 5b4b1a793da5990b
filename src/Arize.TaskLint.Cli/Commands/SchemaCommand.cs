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
        var command = new Command("schema", "Print the JSON Schema of declarations in YAML, for editors") { draft, settings, output };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(draft)!;
            var version = SchemaDraft.Find(name) ?? throw new UsageException($"--draft '{name}' is not one of {string.Join(", ", SchemaDraft.All)}");
            Action<TextWriter> write = parsed.GetValue(settings)
                ? writer => SchemaWriter.WriteSettings(version, SettingsFields.Spec, SettingsFields.WordsOfValues, [SettingsFields.Rules], writer)
                : writer => SchemaWriter.Write(version, writer);
            if (parsed.GetValue(output) is { } file)
                WholeFile.Write(terminal.FullPath(file), $"--output '{file}'", terminal.Workspace, write);
            else
                write(RedactingWriter.Under(terminal.Output));
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint schema --output arize-tasks.schema.json", "the file that declarations refer to in their first line"),
            ("tasklint schema --draft draft-07", "for editors that do not support 2020-12"),
            ("tasklint schema --settings --output tasklint.schema.json", "the schema of tasklint.yaml"));
        return command;
    }
}
