using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>Which findings a CI runner is told of line by line, where it shows only so many of a kind.</summary>
internal sealed class Annotations
{
    private const int LongestName = 80;

    private readonly Dictionary<Severity, int> rest = [];
    private readonly Dictionary<Severity, int> shown = [];
    private readonly FindingFacts facts;

    internal Annotations(Report report)
    {
        facts = new FindingFacts(report);
        // One place may declare many tasks, and say the same of each.
        Lines = [.. FindingLine.Of([.. FindingFacts.Open(report)])];
    }

    /// <summary>The findings, the most severe first; those of several tasks at one place are one.</summary>
    internal IReadOnlyList<FindingLine> Lines { get; }

    /// <summary>Counts one, whether it can be shown or not.</summary>
    /// <param name="mayShow">Whether there is room for one more, after so many of its severity.</param>
    internal bool Count(Severity severity, Func<int, bool> mayShow)
    {
        // Silent findings are shown as suggestions are.
        severity = severity > Severity.Suggestion ? severity : Severity.Suggestion;
        var before = shown.GetValueOrDefault(severity);
        var counted = mayShow(before) ? shown : rest;
        counted[severity] = counted.GetValueOrDefault(severity) + 1;
        return counted == shown;
    }

    /// <summary>How many have no room, as <c>2 errors and 1 warning</c>; null if all have.</summary>
    internal string? Rest
    {
        get
        {
            var counts = rest.OrderByDescending(one => one.Key).Select(one => Counted.Of(one.Value, Words.Of(one.Key))).ToList();
            return counts.Count == 0 ? null
                : counts.Count == 1 ? counts[0]
                : $"{string.Join(", ", counts.SkipLast(1))} and {counts[^1]}";
        }
    }

    /// <summary>The message of a finding, with its tasks if there are several or the place does not show which.</summary>
    internal string MessageOf(FindingLine line) => facts.MessageOf(line.Finding) + line.Suffix;

    /// <summary>The rule with the task, if there is just one.</summary>
    internal static string TitleOf(FindingLine line)
    {
        var rule = TerminalText.Escape(line.Finding.Rule);
        return line.Tasks is [{ } task] ? $"{rule} {TerminalText.Shorten(TerminalText.Escape(task), LongestName)}" : rule;
    }
}
