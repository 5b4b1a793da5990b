using System.Globalization;
using Arize.TaskLint.Engine.Updates;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>Writes what came of writing live values into declarations.</summary>
internal static class UpdateReport
{
    /// <summary>Writes the values, or the patch, and what is left.</summary>
    /// <param name="isDry">Whether nothing was written.</param>
    /// <returns>The exit code.</returns>
    internal static int Show(UpdateResult result, bool isDry, Terminal terminal)
    {
        if (isDry)
            terminal.Output.Write(result.Patch);
        else
            result.Lines.ToList().ForEach(line => terminal.Output.Write(TerminalText.Escape(line) + "\n"));
        // What both streams show on a terminal comes in its order.
        terminal.Output.Flush();
        foreach (var line in result.Left)
            terminal.Say(line);
        foreach (var (task, command, notes) in result.Restored)
        {
            terminal.Say(command is null ? $"no command restores '{task}':" : $"to restore '{task}', run:");
            foreach (var note in notes)
                terminal.Say($"  {note}");
            if (command is not null)
                terminal.Output.Write(TerminalText.Escape(command) + "\n");
            terminal.Output.Flush();
        }

        var written = string.Join(" and ", new[]
        {
            result.Lines.Count - result.Accepted is > 0 and var values ? Counted(values, "live value", "live values") : null,
            result.Accepted > 0 ? Counted(result.Accepted, "ignore entry", "ignore entries") : null,
        }.OfType<string>());
        terminal.Say(written.Length == 0
            ? "no live value to write"
            : $"{(isDry ? "would write" : "wrote")} {written} into {Counted(result.Files, "file", "files")}"
                + (isDry ? "" : "; look at the changes with git diff, and run 'tasklint check'"));
        return result.ExitCode;
    }

    private static string Counted(int count, string one, string many) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
