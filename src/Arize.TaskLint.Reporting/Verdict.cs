using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

/// <summary>What came of a run, in one line: <c>1 of 24 tasks drifted: 10× the judge calls</c>. It is not escaped.</summary>
public static class Verdict
{
    /// <summary>The line.</summary>
    public static string Of(Report report)
    {
        if (report is { Unreadable: null, Error: { } error })
            return $"failed: {error}";
        var parts = new List<string> { report.Compared ? OfTasks(report) : OfFindings(report) };
        if (report.Compared && FindingsOf(report) is { Length: > 0 } findings)
            parts.Add(findings);
        if (report.Unreadable is { Count: > 0 and var unread })
            parts.Add($"{Counted.Number(unread)} not read");
        else if (!report.Complete && report.Summary.Undetermined is null or 0)
            parts.Add("not all was determined");
        return string.Join(", ", parts);
    }

    private static string OfTasks(Report report)
    {
        var summary = report.Summary;
        var counts = new List<(int Count, string What)>();
        void Add(int? count, string what)
        {
            if (count > 0)
                counts.Add((count.Value, what));
        }

        Add(summary.Drifted, "drifted");
        Add(summary.Conflict, "in conflict");
        Add(summary.Missing, "missing");
        Add(summary.Undetermined, "not determined");
        Add(summary.Pending, "pending");
        var tasks = Counted.Of(summary.Tasks, "task");
        var head = counts.Count == 0
            ? $"{(summary.Tasks > 1 ? "all " : "")}{tasks} as declared"
            : $"{Counted.Number(counts[0].Count)} of {tasks} {counts[0].What}{ConsequenceOf(report)}";
        var rest = counts.Skip(1).ToList();
        if (summary.Unmanaged is { } unmanaged and > 0)
            rest.Add((unmanaged, "unmanaged"));
        return string.Join(", ", [head, .. rest.Select(one => $"{Counted.Number(one.Count)} {one.What}")]);
    }

    // Of several tasks, there is no one consequence.
    private static string ConsequenceOf(Report report)
    {
        var drifted = report.Tasks.Where(task => task.Status is SyncStatus.Drifted or SyncStatus.Conflict).ToList();
        return drifted is [var only] && only.Changes.FirstOrDefault(change => change is { Consequence: not null, Ignored: false }) is { } change
            ? $": {change.Consequence}"
            : "";
    }

    private static string OfFindings(Report report)
    {
        var tasks = Counted.Of(report.Summary.Tasks, "task");
        return FindingsOf(report) is { Length: > 0 } findings ? $"{findings} in {tasks}" : $"nothing found in {tasks}";
    }

    // What is about drift is told already.
    private static string FindingsOf(Report report)
    {
        var told = report.Tasks.SelectMany(task => task.Changes.Select(change => change.Finding).Append(task.Finding)).OfType<int>().ToHashSet();
        var others = report.Findings.Where((finding, i) => !finding.Suppressed && !told.Contains(i) && !FindingFacts.IsUndetermined(finding));
        return string.Join(", ", others.Where(finding => finding.Severity > Severity.Silent).GroupBy(finding => finding.Severity)
            .OrderByDescending(same => same.Key).Select(same => Counted.Of(same.Count(), Words.Of(same.Key))));
    }
}
