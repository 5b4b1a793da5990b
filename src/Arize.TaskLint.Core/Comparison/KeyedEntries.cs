using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Which entries of a declared list and a live list belong together, by the key of each entry, or by the name that the live side tells of it.</summary>
internal sealed class KeyedEntries
{
    private readonly ObjectView?[] twins;
    private readonly IReadOnlyList<string>?[] ambiguous;

    /// <summary>Finds the pairs.</summary>
    /// <param name="list">The list's row in the schema.</param>
    /// <param name="declared">The declared entries.</param>
    /// <param name="live">The live entries.</param>
    internal KeyedEntries(FieldSpec list, IReadOnlyList<ObjectView> declared, IReadOnlyList<ObjectView> live)
    {
        twins = new ObjectView?[declared.Count];
        ambiguous = new IReadOnlyList<string>?[declared.Count];
        var taken = new HashSet<ObjectView>();
        var byKey = QueuesOf(live, entry => entry[list.KeyedBy!].Text);
        var isComplete = true;
        // Keys first: an entry that another one means by its key is not what a name can mean.
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i][list.KeyedBy!].Text is { } key && byKey.TryGetValue(key, out var queue) && queue.Count > 0)
                taken.Add(twins[i] = queue.Dequeue());
        }

        var byName = QueuesOf(live.Where(entry => !taken.Contains(entry)), entry => ToldName(list, entry));
        var keysOf = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i][list.KeyedBy!].Text is not null)
                continue;
            var name = FieldPath.KeyOf(list, declared[i]);
            isComplete &= name is not null;
            if (name is null || !byName.TryGetValue(name, out var fitting) || fitting.Count == 0)
                continue;
            if (fitting.Count == 1)
            {
                taken.Add(twins[i] = fitting.Dequeue());
                continue;
            }

            if (!keysOf.TryGetValue(name, out var keys))
                keysOf.Add(name, keys = [.. fitting.Select(other => FieldPath.KeyOf(list, other) ?? "")]);
            (ambiguous[i], isComplete) = (keys, false);
        }

        // An entry of which it is not known what it means may mean any of the rest.
        LiveOnly = isComplete ? [.. live.Where(entry => !taken.Contains(entry))] : [];
    }

    /// <summary>The live entries that no declared one means.</summary>
    internal IReadOnlyList<ObjectView> LiveOnly { get; }

    /// <summary>The live entry that a declared one means, or null.</summary>
    internal ObjectView? TwinOf(int declared) => twins[declared];

    /// <summary>The keys of the live entries that a declared name fits, where it fits several.</summary>
    internal IReadOnlyList<string>? AmbiguousAt(int declared) => ambiguous[declared];

    /// <summary>How people know an entry: by its name, where it has one.</summary>
    internal static string? LabelOf(FieldSpec list, ObjectView entry) =>
        ToldName(list, entry) ?? (entry.Spec.NameTwinOf(list.KeyedBy!) is { } byName ? entry[byName].Text : null);

    private static string? ToldName(FieldSpec list, ObjectView entry) =>
        entry.Spec.NameTwinOf(list.KeyedBy!) is { ToldBy: { } told } ? entry[told].Text : null;

    private static Dictionary<string, Queue<ObjectView>> QueuesOf(IEnumerable<ObjectView> entries, Func<ObjectView, string?> textOf)
    {
        var queues = new Dictionary<string, Queue<ObjectView>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (textOf(entry) is not { } text)
                continue;
            if (!queues.TryGetValue(text, out var queue))
                queues.Add(text, queue = new Queue<ObjectView>());
            queue.Enqueue(entry);
        }

        return queues;
    }
}
