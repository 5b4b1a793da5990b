using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Follows which <c>ignore</c> entries of the settings are for a task of a run.</summary>
internal sealed class IgnoreUse
{
    private readonly List<(IgnoreEntry Entry, TaskScope Scope)> open;
    private readonly IgnoreSet set;
    private readonly DateTime today;

    /// <summary>Starts with no task.</summary>
    /// <param name="set">The entries.</param>
    /// <param name="today">The day, in UTC.</param>
    internal IgnoreUse(IgnoreSet set, DateTime today)
    {
        (this.set, this.today) = (set, today);
        open = [.. set.Entries.Where(one => one.Entry.IsInForce(today))];
    }

    /// <summary>Takes note of a task.</summary>
    internal void Note(TaskDeclaration task)
    {
        if (open.Count > 0)
            open.RemoveAll(one => one.Scope.MayInclude(task));
    }

    /// <summary>The findings of the entries that have ended, and of those that cannot match.</summary>
    /// <param name="hasAllTasks">Whether no task that the settings are for was left out of the run.</param>
    internal IEnumerable<Finding> Findings(bool hasAllTasks)
    {
        foreach (var (entry, _) in set.Entries)
        {
            if (!entry.IsInForce(today))
                yield return SuppressionInForce.Rule.Report(null, entry);
            else if (entry.PathProblem is { } problem)
                yield return SuppressionMatches.Rule.Report(null, entry, problem);
            else if (hasAllTasks && open.Exists(one => one.Entry == entry))
                yield return SuppressionMatches.Rule.Report(null, entry, "it is for tasks that are not declared");
        }
    }
}
