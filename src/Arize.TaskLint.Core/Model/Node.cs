namespace Arize.TaskLint.Core.Model;

/// <summary>A value of the tree, with its place. YAML, JSON and C# all become these nodes.</summary>
public abstract class Node
{
    private protected Node(Place place) => Place = place;

    /// <summary>Where the value stands. The use of an alias stands at the alias; what is inside it stands where it is written.</summary>
    public Place Place { get; }

    /// <summary>What the value is, in words for a message: <c>text</c>, <c>a list</c>, <c>a mapping</c> ….</summary>
    public abstract string Describe();

    /// <summary>Whether a text in it was written with <c>${</c>.</summary>
    internal abstract bool HoldsVariables { get; }

    /// <summary>The same value at another place: what an alias stands for.</summary>
    internal abstract Node At(Place place);

    /// <summary>The value with other texts where <c>${</c> was written.</summary>
    internal abstract Node WithVariables(Func<ScalarNode, ScalarNode> change);
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

    /// <summary>How the text was written, where it was written with <c>${</c>; else null.</summary>
    public VariableText? Variables { get; init; }

    /// <summary>The text as outputs show it: as it is written, where a variable was filled in. The value of a variable may be a secret.</summary>
    public string ShownText => IsFilled ? Variables!.Written : Text;

    /// <summary>Whether a variable was filled in, by its value or its default.</summary>
    public bool IsFilled => Variables is { IsFilled: true };

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

    internal override bool HoldsVariables => Variables is not null;

    internal override Node At(Place place) =>
        new ScalarNode(place, Text, IsPlain, Unknown) { WrittenAt = WrittenAt ?? new Written(Place), Variables = Variables };

    internal override Node WithVariables(Func<ScalarNode, ScalarNode> change) => HoldsVariables ? change(this) : this;
}

/// <summary>Where the text of a value is written.</summary>
public sealed record Written(Place Place);

/// <summary>Why a value is not known.</summary>
/// <param name="Variable">The environment variable that is not set; null for code whose value only a run of it tells.</param>
/// <param name="Place">Where the variable is named, or the code stands.</param>
public sealed record UnknownReason(string? Variable, Place Place)
{
    internal Problem ToProblem(FieldPath path) => Variable is { } name ? new UnsetVariable(Place, path, name) : new NotConstant(Place, path);
}

public sealed class ListNode : Node
{
    /// <summary>Creates a list.</summary>
    public ListNode(Place place, IReadOnlyList<Node> items)
        : this(place, items, HoldVariables(items))
    {
    }

    private ListNode(Place place, IReadOnlyList<Node> items, bool holdsVariables)
        : base(place) => (Items, HoldsVariables) = (items, holdsVariables);

    /// <summary>The entries, in their order.</summary>
    public IReadOnlyList<Node> Items { get; }

    /// <summary>Whether there may be further entries that are not known, as of code that adds some in a loop.</summary>
    public bool IsIncomplete { get; init; }

    /// <inheritdoc/>
    public override string Describe() => "a list";

    internal override bool HoldsVariables { get; }

    internal override Node At(Place place) => new ListNode(place, Items, HoldsVariables) { IsIncomplete = IsIncomplete };

    internal override Node WithVariables(Func<ScalarNode, ScalarNode> change) =>
        HoldsVariables ? new ListNode(Place, [.. Items.Select(item => item.WithVariables(change))]) { IsIncomplete = IsIncomplete } : this;

    private static bool HoldVariables(IReadOnlyList<Node> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].HoldsVariables)
                return true;
        }

        return false;
    }
}

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
        : this(place, entries as Entry[] ?? [.. entries], repeated ?? [], HoldVariables(entries) || HoldVariables(repeated ?? []))
    {
    }

    private MappingNode(Place place, Entry[] entries, IReadOnlyList<Entry> repeated, bool holdsVariables)
        : base(place) => (EntryArray, Repeated, HoldsVariables) = (entries, repeated, holdsVariables);

    /// <summary>The entries, each key once, in their order; those that a merge key brought come last.</summary>
    public IReadOnlyList<Entry> Entries => EntryArray;

    // Reading walks all entries of all tasks; over an array that costs no enumerator.
    internal Entry[] EntryArray { get; }

    /// <summary>Entries whose key stood in the mapping already.</summary>
    public IReadOnlyList<Entry> Repeated { get; }

    /// <summary>
    /// Whether there may be further entries that are not known: code that cannot be followed may add any, so none is known to be absent.
    /// </summary>
    public bool IsIncomplete { get; init; }

    /// <summary>The value of a key, or null where the key is not there.</summary>
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

    /// <summary>Where a message about the mapping as a whole points: its first key, or all of an empty one.</summary>
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

/// <summary>A key and its value.</summary>
/// <param name="Key">The key, with its place.</param>
/// <param name="Value">The value, with its place.</param>
public readonly record struct Entry(ScalarNode Key, Node Value);
