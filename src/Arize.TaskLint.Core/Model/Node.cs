namespace Arize.TaskLint.Core.Model;

/// <summary>A value of the tree, with its place. YAML, JSON and C# all become these nodes.</summary>
public abstract class Node
{
    private protected Node(Place place) => Place = place;

    /// <summary>Where the value stands. The use of an alias stands at the alias; what is inside it stands where it is written.</summary>
    public Place Place { get; }

    /// <summary>What the value is, in words for a message: <c>text</c>, <c>a list</c>, <c>a mapping</c> ….</summary>
    public abstract string Describe();

    /// <summary>The same value at another place: what an alias stands for.</summary>
    internal abstract Node At(Place place);
}

/// <summary>A scalar: a text, which may be read as a number, a truth value or null where it is plain.</summary>
public sealed class ScalarNode : Node
{
    /// <summary>Creates a scalar.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="text">Its text, with variables filled in.</param>
    /// <param name="isPlain">Whether it may be read as a number, a truth value or null; false for what is quoted.</param>
    /// <param name="unknown">Why the value is not known, or null where it is.</param>
    public ScalarNode(Place place, string text, bool isPlain, UnknownReason? unknown = null)
        : base(place)
    {
        Text = text;
        IsPlain = isPlain;
        Unknown = unknown;
    }

    /// <summary>The text, with variables filled in.</summary>
    public string Text { get; }

    /// <summary>Whether the text may be read as a number, a truth value or null.</summary>
    public bool IsPlain { get; }

    /// <summary>Why the value is not known; null where it is.</summary>
    public UnknownReason? Unknown { get; }

    /// <summary>
    /// Where its text is written, where that is another place than where it counts as standing: at the anchor of an alias, at the constant that
    /// code names. Null where the two are the same.
    /// </summary>
    public Written? WrittenAt { get; init; }

    /// <summary>Whether this says null.</summary>
    public bool IsNull => Unknown is null && IsPlain && PlainScalar.IsNull(Text);

    /// <inheritdoc/>
    public override string Describe() => this switch
    {
        { Unknown: not null } => "a value that is not known",
        { IsNull: true } => "null",
        { IsPlain: true } when PlainScalar.TryBoolean(Text, out _) => "a truth value",
        { IsPlain: true } when PlainScalar.TryNumber(Text, out _) => "a number",
        _ => "text",
    };

    internal override Node At(Place place) => new ScalarNode(place, Text, IsPlain, Unknown) { WrittenAt = WrittenAt ?? new Written(Place) };
}

/// <summary>Where the text of a value is written.</summary>
/// <param name="Place">The place.</param>
public sealed record Written(Place Place);

/// <summary>Why a value is not known.</summary>
/// <param name="Variable">The environment variable that is not set; null for code whose value only a run of it tells.</param>
/// <param name="Place">Where the variable is named, or the code stands.</param>
public sealed record UnknownReason(string? Variable, Place Place)
{
    internal Problem ToProblem(string path) => Variable is { } name ? new UnsetVariable(Place, path, name) : new NotConstant(Place, path);
}

/// <summary>A list.</summary>
public sealed class ListNode : Node
{
    /// <summary>Creates a list.</summary>
    public ListNode(Place place, IReadOnlyList<Node> items)
        : base(place) => Items = items;

    /// <summary>The entries, in their order.</summary>
    public IReadOnlyList<Node> Items { get; }

    /// <summary>Whether there may be further entries that are not known, as of code that adds some in a loop.</summary>
    public bool IsIncomplete { get; init; }

    /// <inheritdoc/>
    public override string Describe() => "a list";

    internal override Node At(Place place) => new ListNode(place, Items) { IsIncomplete = IsIncomplete };
}

/// <summary>A mapping.</summary>
public sealed class MappingNode : Node
{
    // So many are looked through faster than an index of them is made.
    private const int FewEntries = 16;

    private Dictionary<string, Node>? index;

    /// <summary>Creates a mapping.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="entries">Each key once, in their order.</param>
    /// <param name="repeated">Further entries whose key was there already.</param>
    public MappingNode(Place place, IReadOnlyList<Entry> entries, IReadOnlyList<Entry>? repeated = null)
        : base(place)
    {
        EntryArray = entries as Entry[] ?? [.. entries];
        Repeated = repeated ?? [];
    }

    /// <summary>The entries, each key once, in their order; those that a merge key brought come last.</summary>
    public IReadOnlyList<Entry> Entries => EntryArray;

    // Reading walks all entries of all tasks; over an array that costs no enumerator.
    internal Entry[] EntryArray { get; }

    /// <summary>Entries whose key stood in the mapping already.</summary>
    public IReadOnlyList<Entry> Repeated { get; }

    /// <summary>Whether there may be further entries that are not known: code that cannot be followed may add any, so none is known to be absent.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>The value of a key, or null where the key is not there.</summary>
    public Node? this[string key]
    {
        get
        {
            if (EntryArray.Length > FewEntries)
                return (index ??= EntryArray.ToDictionary(entry => entry.Key.Text, entry => entry.Value, StringComparer.Ordinal)).TryGetValue(key, out var found) ? found : null;
            foreach (var entry in EntryArray)
            {
                if (entry.Key.Text == key)
                    return entry.Value;
            }

            return null;
        }
    }

    /// <summary>Where a message about the mapping as a whole points: its first key, or all of an empty one.</summary>
    public Place Head => EntryArray.Length > 0 && EntryArray[0].Key.Place is { IsKnown: true } first ? first : Place;

    /// <inheritdoc/>
    public override string Describe() => "a mapping";

    internal override Node At(Place place) => new MappingNode(place, EntryArray, Repeated) { IsIncomplete = IsIncomplete };
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key, with its place.</param>
/// <param name="Value">The value, with its place.</param>
public readonly record struct Entry(ScalarNode Key, Node Value);
