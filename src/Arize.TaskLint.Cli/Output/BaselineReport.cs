using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Engine;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>Says what was done to a baseline.</summary>
internal static class BaselineReport
{
    /// <summary>Says what was accepted, and how the file is used.</summary>
    /// <returns>The exit code.</returns>
    internal static int Created(BaselineResult result, Terminal terminal)
    {
        if (result.Undetermined.Count > 0)
            return Refused(result, terminal);
        foreach (var finding in result.NotAccepted)
            terminal.Say($"not accepted, fix it: {finding}");
        var file = TerminalText.Escape(result.File);
        var use = result.IsConfigured
            ? "lint and check use it, since tasklint.yaml names it as 'baseline': only what is new fails\n"
            : $"so that only what is new fails, call lint and check with '--baseline {file}', or name it as 'baseline' in tasklint.yaml\n";
        terminal.Output.Write($"{Counted(result.Count)} accepted in {file}\n{use}");
        return ExitCodes.Clean;
    }

    /// <summary>Says what was dropped, or would be.</summary>
    /// <returns>The exit code.</returns>
    internal static int Pruned(BaselineResult result, bool isDry, Terminal terminal)
    {
        if (result.Undetermined.Count > 0)
            return Refused(result, terminal);
        var file = TerminalText.Escape(result.File);
        string Done(int count) => isDry ? "would be" : count == 1 ? "was" : "were";
        foreach (var entry in result.Dropped)
        {
            var line = entry.Place.StartPosition.Line;
            terminal.Output.Write(TerminalText.Escape($"gone: {entry.RuleId} in {entry.File}, line {line} of the baseline") + "\n");
        }

        if (result.Renewed > 0)
            terminal.Output.Write($"{Counted(result.Renewed)} {Done(result.Renewed)} rewritten for version {Baseline.Version} in {file}\n");
        if (result.Unsampled > 0)
            terminal.Output.Write($"{Counted(result.Unsampled)} of 'tasklint try' kept, not tried in this run; give the sample: --spans, --runs\n");
        terminal.Output.Write($"{Counted(result.Count)} {Done(result.Count)} dropped from {file}\n");
        return ExitCodes.Clean;
    }

    private static int Refused(BaselineResult result, Terminal terminal)
    {
        foreach (var finding in result.Undetermined)
            terminal.Say(finding);
        terminal.Say("nothing was written: what could not be determined cannot be told from what is new or gone");
        return ExitCodes.Undetermined;
    }

    private static string Counted(int count) => count == 1 ? "1 finding" : $"{count} findings";
}
