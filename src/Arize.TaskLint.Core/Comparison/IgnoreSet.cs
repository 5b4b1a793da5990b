using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>The fields of an entry of <c>ignore</c> in <c>tasklint.yaml</c>: those of a task's own, and which tasks it is for.</summary>
public static class SharedIgnoreFields
{
    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("an ignore entry", [PolicyFields.Projects.Copy(), PolicyFields.Names.Copy(), .. IgnoreFields.Spec.Fields.Select(field => field.Copy())]);
}

/// <summary>The drift that a team lives with in many tasks: <c>ignore</c> of <c>tasklint.yaml</c>.</summary>
public sealed class IgnoreSet
{
    private readonly IReadOnlyList<(IgnoreEntry Entry, TaskScope Scope)> all;

    private IgnoreSet(IReadOnlyList<(IgnoreEntry, TaskScope)> all) => this.all = all;

    /// <summary>No entries.</summary>
    public static readonly IgnoreSet Empty = new([]);

    /// <summary>The entries.</summary>
    internal IEnumerable<IgnoreEntry> Entries => all.Select(one => one.Entry);

    /// <summary>Makes entries of what a settings file has; those that cannot be read have problems of their own.</summary>
    public static IgnoreSet Read(IReadOnlyList<ObjectView> views)
    {
        var all = new List<(IgnoreEntry, TaskScope)>();
        foreach (var view in views)
        {
            if (IgnoreEntry.Of(view) is { } entry)
                all.Add((entry, new TaskScope(view)));
        }

        return all.Count > 0 ? new IgnoreSet(all) : Empty;
    }

    /// <summary>Follows which of the entries are for a declared task.</summary>
    /// <param name="today">The day, in UTC.</param>
    public Use StartUse(DateTime today) => new(this, today);

    /// <summary>Which of the entries are for one of the tasks of a run.</summary>
    public sealed class Use
    {
        private readonly List<(IgnoreEntry Entry, TaskScope Scope)> open;
        private readonly IgnoreSet set;
        private readonly DateTime today;

        internal Use(IgnoreSet set, DateTime today)
        {
            (this.set, this.today) = (set, today);
            open = [.. set.all.Where(one => one.Entry.IsInForce(today))];
        }

        /// <summary>Takes note of a task.</summary>
        public void Note(TaskDeclaration task)
        {
            if (open.Count > 0)
                open.RemoveAll(one => one.Scope.MayInclude(task));
        }

        /// <summary>The findings of the entries that have ended, and of those that cannot match.</summary>
        /// <param name="hasAllTasks">Whether no task that the settings are for was left out of the run.</param>
        public IEnumerable<Finding> Findings(bool hasAllTasks)
        {
            foreach (var entry in set.Entries)
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

    /// <summary>The entries that are for a task: its own first.</summary>
    internal IEnumerable<IgnoreEntry> Of(TaskDeclaration task)
    {
        var own = IgnoreEntry.Of(task);
        return all.Count == 0 ? own : own.Concat(all.Where(one => one.Scope.Includes(task)).Select(one => one.Entry));
    }
}
