namespace Arize.TaskLint.Core.Model;

public sealed class MappingNode : Node
{
    // Up to this number of entries, searching them is faster than building an index.
    private const int FewEntries = 16;

    private Dictionary<string, Node>? index;

    /// <param name="entries">Each key once, in their order.</param>
    /// <param name="repeated">Further entries whose key was there already.</param>
    public MappingNode(Place place, IReadOnlyList<Entry> entries, IReadOnlyList<Entry>? repeated = null)
        : this(place, entries as Entry[] ?? [.. entries], repeated ?? [], HoldVariables(entries) || HoldVariables(repeated ?? []))
    {
    }

    private MappingNode(Place place, Entry[] entries, IReadOnlyList<Entry> repeated, bool holdsVariables)
        : base(place) => (EntryArray, Repeated, HoldsVariables) = (entries, repeated, holdsVariables);

    /// <summary>The entries, each key once, in their order; those of a merge key come last.</summary>
    public IReadOnlyList<Entry> Entries => EntryArray;

    // Reading walks all entries of all tasks; over an array that costs no enumerator.
    internal Entry[] EntryArray { get; }

    /// <summary>Entries with duplicate keys.</summary>
    public IReadOnlyList<Entry> Repeated { get; }

    /// <summary>
    /// Whether there may be further entries that are not known. Code that cannot be followed may add any, so no entry is known to be absent.
    /// </summary>
    public bool IsIncomplete { get; init; }

    /// <summary>The value of a key, or null if the key is not there.</summary>
    public Node? this[string key]
    {
        get
        {
            if (EntryArray.Length > FewEntries)
            {
                index ??= EntryArray.ToDictionary(entry => entry.Key.Text, entry => entry.Value, StringComparer.Ordinal);
                return index.TryGetValue(key, out var found) ? found : null;
            }

            foreach (var entry in EntryArray)
            {
                if (entry.Key.Text == key)
                    return entry.Value;
            }

            return null;
        }
    }

    /// <summary>The place of a message about the mapping as a whole: its first key, or all of an empty one.</summary>
    public Place Head => EntryArray.Length > 0 && EntryArray[0].Key.Place is { IsKnown: true } first ? first : Place;

    /// <inheritdoc/>
    public override string Describe() => "a mapping";

    internal override bool HoldsVariables { get; }

    internal override Node At(Place place) => new MappingNode(place, EntryArray, Repeated, HoldsVariables) { IsIncomplete = IsIncomplete };

    internal override Node WithVariables(Func<ScalarNode, ScalarNode> change)
    {
        if (!HoldsVariables)
            return this;
        IReadOnlyList<Entry> Changed(IReadOnlyList<Entry> entries) =>
            [.. entries.Select(entry => entry with { Value = entry.Value.WithVariables(change) })];
        return new MappingNode(Place, Changed(EntryArray), Changed(Repeated)) { IsIncomplete = IsIncomplete };
    }

    private static bool HoldVariables(IReadOnlyList<Entry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Value.HoldsVariables)
                return true;
        }

        return false;
    }
}
