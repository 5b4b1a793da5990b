using System.CommandLine;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Files;
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
        var command = new Command("schema", "Print the JSON Schema of declarations in YAML, for editors") { draft, output };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(draft)!;
            var version = SchemaDraft.Find(name) ?? throw new UsageException($"--draft '{name}' is not one of {string.Join(", ", SchemaDraft.All)}");
            if (parsed.GetValue(output) is { } file)
                WholeFile.Write(terminal.FullPath(file), $"--output '{file}'", terminal.Workspace, writer => SchemaWriter.Write(version, writer));
            else
                SchemaWriter.Write(version, RedactingWriter.Under(terminal.Output));
            return ExitCodes.Clean;
        });
        Examples.Add(command,
            ("tasklint schema --output arize-tasks.schema.json", "the file that declarations refer to in their first line"),
            ("tasklint schema --draft draft-07", "for editors that do not support 2020-12"));
        return command;
    }
}
