using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>The fields of an entry of <c>ignore</c> in <c>tasklint.yaml</c>: those of a task's own, and which tasks it is for.</summary>
public static class SharedIgnoreFields
{
    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("an ignore entry",
        [PolicyFields.Projects.Copy(), PolicyFields.Names.Copy(), .. IgnoreFields.Spec.Fields.Select(field => field.Copy())]);
}

/// <summary>The drift that a team lives with in many tasks: <c>ignore</c> of <c>tasklint.yaml</c>.</summary>
public sealed class IgnoreSet
{
    private readonly IReadOnlyList<(IgnoreEntry Entry, TaskScope Scope)> all;

    private IgnoreSet(IReadOnlyList<(IgnoreEntry, TaskScope)> all) => this.all = all;

    /// <summary>No entries.</summary>
    public static readonly IgnoreSet Empty = new([]);

    /// <summary>All entries.</summary>
    public IEnumerable<IgnoreEntry> All => all.Select(one => one.Entry);

    /// <summary>The entries, each with the tasks that it is for.</summary>
    internal IReadOnlyList<(IgnoreEntry Entry, TaskScope Scope)> Entries => all;

    /// <summary>Makes entries of what a settings file has; those that cannot be read have problems of their own.</summary>
    /// <param name="problems">What is wrong with the tasks that they are for is added here.</param>
    public static IgnoreSet Read(IReadOnlyList<ObjectView> views, List<Problem> problems)
    {
        var all = new List<(IgnoreEntry, TaskScope)>();
        foreach (var view in views)
        {
            TaskScope.Check(view, problems);
            if (IgnoreEntry.Of(view) is { } entry)
                all.Add((entry, new TaskScope(view)));
        }

        return all.Count > 0 ? new IgnoreSet(all) : Empty;
    }

    /// <summary>The entries that are for a task: its own first.</summary>
    internal IEnumerable<IgnoreEntry> Of(TaskDeclaration task)
    {
        var own = IgnoreEntry.Of(task);
        return all.Count == 0 ? own : own.Concat(all.Where(one => one.Scope.Includes(task)).Select(one => one.Entry));
    }
}
