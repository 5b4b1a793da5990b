using System.Text;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Engine.Updates;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>Asks on the terminal, drift by drift.</summary>
/// <param name="terminal">Where questions are shown.</param>
/// <param name="answers">What the person types.</param>
internal sealed class TerminalPrompt(Terminal terminal, TextReader answers) : DriftPrompt
{
    private TaskDeclaration? asked;

    /// <summary>Asks on the terminal that standard input is.</summary>
    internal static TerminalPrompt On(Terminal terminal) => new(terminal, new StreamReader(terminal.Workspace.Input(), Encoding.UTF8));

    /// <inheritdoc/>
    internal override DriftDecision Ask(TaskDeclaration task, Change change, bool mayAccept)
    {
        if (!ReferenceEquals(asked, task))
            Write($"\n{task.Label}  {task.Place.Text}\n");
        asked = task;
        var (declared, live) = ValueText.Both(change);
        Write($"  {change.Path.ToDisplay()}  {(change.Place.IsKnown ? change.Place.Text : "")}\n    declared  {declared}\n    live      {live}\n");
        var question = mayAccept ? "take the live value, restore (print the update), accept, skip or quit? [t/r/a/s/q]"
            : "take the live value, restore (print the update), skip or quit? [t/r/s/q]";
        while (true)
        {
            switch (Read($"  {question} "))
            {
                case null or "q" or "quit":
                    return new DriftDecision(DriftChoice.Quit);
                case "t" or "take":
                    return new DriftDecision(DriftChoice.Take);
                case "r" or "restore":
                    return new DriftDecision(DriftChoice.Restore);
                case "s" or "skip" or "":
                    return new DriftDecision(DriftChoice.Skip);
                case "a" or "accept" when mayAccept:
                    if (Accept() is { } decision)
                        return decision;
                    break;
                default:
                    Write("  type a letter of these, or a word\n");
                    break;
            }
        }
    }

    // An empty reason leads back: nothing is accepted without one.
    private DriftDecision? Accept()
    {
        if (Read("  why? (nothing to go back) ", keepsCase: true) is not { Length: > 0 } reason)
            return null;
        if (AcceptanceText.ProblemOf(reason) is { } unfit)
        {
            Write($"  {unfit}\n");
            return null;
        }

        while (true)
        {
            var text = Read("  until? (YYYY-MM-DD; nothing for no end) ");
            if (string.IsNullOrEmpty(text))
                return new DriftDecision(DriftChoice.Accept, reason);
            if (AcceptanceText.DayOf(text, terminal.Workspace.Today, out var problem) is { } until)
                return new DriftDecision(DriftChoice.Accept, reason, until);
            Write($"  {problem}\n");
        }
    }

    private string? Read(string question, bool keepsCase = false)
    {
        Write(question);
        terminal.Error.Flush();
        var answer = answers.ReadLine()?.Trim();
        return keepsCase ? answer : answer?.ToLowerInvariant();
    }

    // Line by line, since what is live or declared may hold anything.
    private void Write(string text)
    {
        var lines = text.Split('\n');
        terminal.Error.Write(string.Join('\n', lines.Select(line => TerminalText.Escape(terminal.Workspace.Shown(line)))));
    }
}
