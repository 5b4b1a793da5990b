using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// Which <c>ignore</c> entries match drift. Tasks may share a list of entries, by an alias or a loop: an entry is of use where one of them
/// needs it, and its use is known where all of them were compared.
/// </summary>
/// <param name="today">The day, in UTC.</param>
internal sealed class IgnoreUse(DateTime today)
{
    private readonly Dictionary<Place, Use> uses = [];
    private readonly List<Use> inOrder = [];

    /// <summary>Notes the entries of a task.</summary>
    internal void Note(TaskDeclaration task)
    {
        foreach (var entry in IgnoreEntry.Of(task).Where(entry => entry.IsInForce(today)))
        {
            if (!uses.TryGetValue(entry.Place, out var use))
            {
                uses.Add(entry.Place, use = new Use(task, entry));
                inOrder.Add(use);
            }

            use.Open++;
        }
    }

    /// <summary>Tells which entries of a task match, once the whole of it has been compared.</summary>
    /// <param name="task">The task.</param>
    /// <param name="changes">What differs.</param>
    /// <param name="strictly">What differs where undeclared fields are compared too: an entry may be for such runs.</param>
    internal void Judge(TaskDeclaration task, IReadOnlyList<Change> changes, Func<IReadOnlyList<Change>> strictly)
    {
        IReadOnlyList<Change>? strict = null;
        foreach (var entry in IgnoreEntry.Of(task).Where(entry => entry.IsInForce(today)))
        {
            var use = uses[entry.Place];
            use.Open--;
            use.Matches = use.Matches || changes.Any(entry.Covers) || (strict ??= strictly()).Any(entry.Covers);
        }
    }

    /// <summary>The findings of the entries that match nothing.</summary>
    internal IEnumerable<Finding> Unused() =>
        inOrder.Where(use => use is { Matches: false, Open: 0 }).Select(use => SuppressionMatches.Rule.Report(use.Task, use.Entry));

    private sealed class Use(TaskDeclaration task, IgnoreEntry entry)
    {
        internal TaskDeclaration Task { get; } = task;

        internal IgnoreEntry Entry { get; } = entry;

        // How many tasks that have the entry were not compared as a whole.
        internal int Open { get; set; }

        internal bool Matches { get; set; }
    }
}
