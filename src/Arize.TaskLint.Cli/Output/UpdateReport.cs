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
        foreach (var line in result.Left)
            terminal.Say(line);
        terminal.Say(result.Lines.Count == 0
            ? "no live value to write"
            : $"{(isDry ? "would write" : "wrote")} {Counted(result.Lines.Count, "live value")} into {Counted(result.Files, "file")}"
                + (isDry ? "" : "; look at the changes with git diff, and run 'tasklint check'"));
        return result.ExitCode;
    }

    private static string Counted(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
