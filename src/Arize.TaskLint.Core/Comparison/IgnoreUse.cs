using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Which <c>ignore</c> entries match drift. Tasks may share a list of entries, by an alias or a loop: an entry is of use where one of them
/// needs it, and its use is known where all of them were compared.
/// </summary>
/// <param name="shared">The entries of the settings.</param>
/// <param name="today">The day, in UTC.</param>
internal sealed class IgnoreUse(IgnoreSet shared, DateTime today)
{
    private readonly Dictionary<Place, Use> uses = [];
    private readonly List<Use> inOrder = [];

    /// <summary>Notes the entries of a task.</summary>
    internal void Note(TaskDeclaration task)
    {
        foreach (var entry in InForce(task))
            UseOf(entry, task).Open++;
    }

    /// <summary>Tells which entries of a task match, once the whole of it has been compared.</summary>
    /// <param name="task">The task.</param>
    /// <param name="changes">What differs.</param>
    /// <param name="strictly">What differs where undeclared fields are compared too: an entry may be for such runs.</param>
    internal void Judge(TaskDeclaration task, IReadOnlyList<Change> changes, Func<IReadOnlyList<Change>> strictly)
    {
        IReadOnlyList<Change>? strict = null;
        foreach (var entry in InForce(task))
        {
            var use = UseOf(entry, task);
            use.Open--;
            use.Matches = use.Matches || changes.Any(entry.Covers) || (strict ??= strictly()).Any(entry.Covers);
        }
    }

    /// <summary>The findings of the entries that match nothing.</summary>
    /// <param name="hasAllTasks">Whether no task that the settings are for was left out of the run.</param>
    internal IEnumerable<Finding> Unused(bool hasAllTasks)
    {
        // An entry of the settings may be for no task at all.
        foreach (var entry in shared.Entries.Where(entry => entry.IsInForce(today)))
        {
            if (hasAllTasks)
                _ = UseOf(entry, null);
            else
                UseOf(entry, null).Open++;
        }

        return inOrder.Where(use => use is { Matches: false, Open: 0 }).Select(use => SuppressionMatches.Rule.Report(use.Task, use.Entry));
    }

    private IEnumerable<IgnoreEntry> InForce(TaskDeclaration task) => shared.Of(task).Where(entry => entry.IsInForce(today));

    private Use UseOf(IgnoreEntry entry, TaskDeclaration? task)
    {
        if (!uses.TryGetValue(entry.Place, out var use))
        {
            uses.Add(entry.Place, use = new Use(shared.Entries.Contains(entry) ? null : task, entry));
            inOrder.Add(use);
        }

        return use;
    }

    private sealed class Use(TaskDeclaration? task, IgnoreEntry entry)
    {
        // None where the entry is of the settings.
        internal TaskDeclaration? Task { get; } = task;

        internal IgnoreEntry Entry { get; } = entry;

        // How many tasks that have the entry were not compared as a whole.
        internal int Open { get; set; }

        internal bool Matches { get; set; }
    }
}
