using System.CommandLine;
using System.Text;
using Arize.TaskLint.Cli.Output;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Commands;

/// <summary><c>tasklint skill</c>: what coding agents need to know of the tool.</summary>
internal static class SkillCommand
{
    private const string Template = "skill.template.md";

    /// <param name="terminal">Where it is printed.</param>
    /// <param name="root">The root of the commands, which the text lists.</param>
    internal static Command Create(Terminal terminal, RootCommand root)
    {
        var command = new Command("skill", "Print a SKILL.md for coding agents: what the tool is for, its commands, and how to act on each outcome");
        command.SetAction(_ =>
        {
            RedactingWriter.Under(terminal.Output).Write(Text(root));
            return ExitCodes.Clean;
        });
        Examples.Add(command, ("tasklint skill > SKILL.md", "put it where the agent looks for skills"));
        return command;
    }

    private static string Text(RootCommand root)
    {
        using var stream = typeof(SkillCommand).Assembly.GetManifestResourceStream(Template) ?? throw new InvalidOperationException(Template);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var commands = root.Subcommands.Select(one => $"| `tasklint {one.Name}` | {one.Description} |");
        var codes = ExitCodes.All.Select(one => FormattableString.Invariant($"| {one.Code} | {one.Meaning} |"));
        return reader.ReadToEnd().ReplaceLineEndings("\n")
            .Replace("{{commands}}", Table("command", "what it does", commands), StringComparison.Ordinal)
            .Replace("{{exit-codes}}", Table("code", "meaning", codes), StringComparison.Ordinal);
    }

    private static string Table(string first, string second, IEnumerable<string> rows) =>
        $"| {first} | {second} |\n|---|---|\n{string.Join('\n', rows)}";
}
