using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Rules.Suppressions;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Finds the live tasks that nothing declares.</summary>
/// <param name="accepted">Those that the team leaves undeclared.</param>
/// <param name="today">The day, in UTC, by which entries end.</param>
public sealed class UnmanagedCheck(UnmanagedSet accepted, DateTime today)
{
    /// <summary>What was found.</summary>
    /// <param name="Tasks">The live tasks that nothing declares.</param>
    /// <param name="Findings">What there is to say of them.</param>
    /// <param name="LiveTasks">How many live tasks there are; null if that is not known.</param>
    public sealed record Outcome(IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings, int? LiveTasks);

    /// <summary>Compares the live tasks with the declared ones.</summary>
    /// <param name="listing">The live tasks.</param>
    /// <param name="cases">The declared tasks with their live sides.</param>
    /// <param name="removed">The results of tasks that only the base declares: their live tasks are told already.</param>
    /// <param name="hasAllDeclarations">Whether all declarations could be read.</param>
    /// <param name="areAll">Whether no task that the settings are for was left out, so that an entry for none of these is for none at all.</param>
    public Outcome Check(
        LiveListing listing, IReadOnlyList<TaskCase> cases, IEnumerable<TaskResult> removed, bool hasAllDeclarations, bool areAll = false)
    {
        if (ReasonOf(listing, cases, hasAllDeclarations) is { } reason)
            return new Outcome([], [Determined.Rule.Report($"which live tasks nothing declares is not known: {reason}")], null);
        var told = new HashSet<string>(
            cases.SelectMany(one => IdsOf(one.Live)).Concat(removed.Select(one => one.LiveId).OfType<string>()), StringComparer.Ordinal);
        var all = listing.Tasks.GroupBy(task => task[TaskFields.Id].Text ?? "", StringComparer.Ordinal).Select(same => same.Last()).ToList();
        var tasks = new List<TaskResult>();
        var findings = new List<Finding>();
        var used = new HashSet<UnmanagedEntry>();
        foreach (var view in all.Where(task => !told.Contains(task[TaskFields.Id].Text ?? ""))
            .OrderBy(task => task[TaskFields.Name].Text, StringComparer.Ordinal)
            .ThenBy(task => task[TaskFields.Id].Text, StringComparer.Ordinal))
        {
            var live = new TaskDeclaration(view, isPartial: false) { IsLive = true };
            var entries = accepted.Of(live, today).ToList();
            used.UnionWith(entries);
            findings.Add(TaskIsDeclared.Rule.Report(live, entries.Count > 0 ? entries[0].How : null));
            tasks.Add(new TaskResult(live, SyncStatus.Unmanaged, view[TaskFields.Id].Text, []));
        }

        if (areAll)
        {
            findings.AddRange(
                accepted.All.Where(entry => entry.IsInForce(today) && !used.Contains(entry)).Select(SuppressionMatches.Rule.Report));
        }

        return new Outcome(tasks, findings, all.Count);
    }

    private static string? ReasonOf(LiveListing listing, IReadOnlyList<TaskCase> cases, bool hasAllDeclarations)
    {
        if (listing.Unknown is { } unknown)
            return unknown.Reason;
        if (!hasAllDeclarations)
            return "not all declarations could be read";
        // One that has no known name may declare any of them.
        var open = cases.Count(one => TaskIdentity.Of(one.Declared) is TaskIdentity.None);
        return open == 0 ? null
            : open == 1 ? "1 declared task has neither a name nor an ID that is known"
            : $"{open.ToString(CultureInfo.InvariantCulture)} declared tasks have neither a name nor an ID that is known";
    }

    private static IEnumerable<string> IdsOf(LiveAnswer answer) => answer switch
    {
        LiveAnswer.Found found => [found.Task[TaskFields.Id].Text ?? ""],
        LiveAnswer.Ambiguous ambiguous => ambiguous.Ids,
        _ => [],
    };
}
