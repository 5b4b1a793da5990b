using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

/// <summary>The result of a run in one sentence, for readers who see no more than that.</summary>
public static class Verdict
{
    private const int MostConsequences = 2;

    // In the order in which they matter to a reader.
    private static readonly (SyncStatus Status, Func<ReportSummary, int?> Count)[] Statuses =
    [
        (SyncStatus.Conflict, summary => summary.Conflict),
        (SyncStatus.Drifted, summary => summary.Drifted),
        (SyncStatus.Missing, summary => summary.Missing),
        (SyncStatus.Undetermined, summary => summary.Undetermined),
        (SyncStatus.Pending, summary => summary.Pending),
        (SyncStatus.Unmanaged, summary => summary.Unmanaged),
    ];

    /// <summary>
    /// The sentence, without a full stop: <c>1 of 24 tasks drifted: 10× the judge calls</c>. It may hold text of files and of the API, which is not
    /// escaped.
    /// </summary>
    public static string Of(Report report)
    {
        if (report.Error is { } error && report.Unreadable is null)
            return $"no result: {error}";
        var parts = new List<string>();
        if (report.Compared)
            parts.AddRange(TaskParts(report));
        parts.AddRange(FindingParts(report));
        if (report.Unreadable is { Count: > 0 and var unreadable })
            parts.Add($"{Counted.Of(unreadable, "input")} not read");
        // What counts for nothing is no problem that is left.
        if (report.Summary.Suppressed is > 0 and var suppressed)
            parts.Add($"{Counted.Number(suppressed)} suppressed");
        var tasks = Counted.Of(report.Summary.Tasks, "task");
        var head = parts.Count > 0 ? string.Join(", ", parts)
            : !report.Compared ? $"{tasks} {(report.Try is null ? "linted" : "tried")}, no findings"
            : report.Summary.Tasks == 1 ? "1 task is in sync"
            : $"{tasks} are in sync";
        var consequences = Consequences(report);
        var effect = consequences.Count > 0 ? $": {string.Join(", ", consequences.Take(MostConsequences))}" : "";
        var whole = report.Complete || report.Unreadable is not null || report.Summary.Undetermined > 0 ? "" : "; not everything could be determined";
        return head + effect + whole;
    }

    /// <summary>The sign before it: <c>✓</c> if the run passed, <c>?</c> if something is not determined, <c>✗</c> if it failed.</summary>
    public static char SignOf(Report report) => report.ExitCode == 0 ? '✓' : report.Complete ? '✗' : '?';

    private static IEnumerable<string> TaskParts(Report report)
    {
        var isFirst = true;
        foreach (var (status, count) in Statuses)
        {
            if (count(report.Summary) is not ({ } number and > 0))
                continue;
            // Nobody declares these, so they are not of the declared ones.
            var of = isFirst && status != SyncStatus.Unmanaged ? $" of {Counted.Of(report.Summary.Tasks, "task")}" : "";
            isFirst = false;
            yield return $"{Counted.Number(number)}{of} {WordOf(status, number)}";
        }
    }

    private static string WordOf(SyncStatus status, int count) => status switch
    {
        SyncStatus.Conflict => "in conflict",
        SyncStatus.Unmanaged => count == 1 ? "live task that nothing declares" : "live tasks that nothing declares",
        _ => Words.Of(status),
    };

    // Without drift, which the tasks tell.
    private static IEnumerable<string> FindingParts(Report report)
    {
        var ofTasks = report.Tasks.SelectMany(task => task.Changes.Select(change => change.Finding).Append(task.Finding)).OfType<int>().ToHashSet();
        foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Suggestion })
        {
            var others = report.Findings.Where((finding, i) => finding.Severity == severity && !finding.Suppressed && !ofTasks.Contains(i)
                && !(report.Summary.Undetermined > 0 && FindingFacts.IsUndetermined(finding)));
            if (others.Count() is > 0 and var count)
                yield return Counted.Of(count, Words.Of(severity));
        }
    }

    private static List<string> Consequences(Report report) =>
    [
        .. report.Tasks.SelectMany(task => task.Changes)
            .Where(change => change is { Consequence: not null, Ignored: false } && !IsAccepted(report, change))
            .Select(change => change.Consequence!).Distinct(),
    ];

    /// <summary>Whether the team accepts a change: it counts for nothing.</summary>
    public static bool IsAccepted(Report report, ReportChange change) =>
        change.Finding is { } position && report.Findings[position] is { Suppressed: true, Suppression.Kind: not AcceptanceKind.Existing };
}
