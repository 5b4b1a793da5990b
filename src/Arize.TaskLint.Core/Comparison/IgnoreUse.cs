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
    private HashSet<IgnoreEntry>? sharedEntries;

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
        var entries = InForce(task).ToList();
        if (entries.Count == 0)
            return;
        foreach (var entry in entries)
            UseOf(entry, task).Open--;
        NoteMatches(task, entries, changes);
        if (entries.Exists(entry => !UseOf(entry, task).Matches))
            NoteMatches(task, entries, strictly());
    }

    private void NoteMatches(TaskDeclaration task, List<IgnoreEntry> entries, IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
            return;
        var index = new IgnoreIndex(entries, _ => true);
        foreach (var change in changes)
        {
            foreach (var entry in index.FindNew(change))
                UseOf(entry, task).Matches = true;
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

    private bool IsShared(IgnoreEntry entry) => (sharedEntries ??= [.. shared.Entries]).Contains(entry);

    private IEnumerable<IgnoreEntry> InForce(TaskDeclaration task) => shared.Of(task).Where(entry => entry.IsInForce(today));

    private Use UseOf(IgnoreEntry entry, TaskDeclaration? task)
    {
        if (!uses.TryGetValue(entry.Place, out var use))
        {
            uses.Add(entry.Place, use = new Use(IsShared(entry) ? null : task, entry));
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
