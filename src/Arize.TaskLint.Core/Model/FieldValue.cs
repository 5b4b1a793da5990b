using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A field as it stands in a mapping: its row in the schema, its key, its value and how much is known of it.</summary>
public readonly struct FieldValue
{
    private readonly FieldPath? around;

    /// <summary>A field of a mapping.</summary>
    /// <param name="around">The path of the mapping.</param>
    internal FieldValue(FieldPath around, FieldSpec spec, ScalarNode? key, Node? node, ValueState state, object? content = null)
    {
        this.around = around;
        Spec = spec;
        Key = key;
        Node = node;
        State = state;
        Content = content;
    }

    /// <summary>A field that was not seen, in a mapping that is not known to its end.</summary>
    internal static FieldValue NotSeen(FieldPath around, FieldSpec spec) => new(around, spec, null, null, ValueState.Unknown);

    /// <summary>The field's row in the schema; null where the field is absent.</summary>
    public FieldSpec? Spec { get; }

    /// <summary>The key, or null where none is seen.</summary>
    public ScalarNode? Key { get; }

    /// <summary>The value, or null where none is seen.</summary>
    public Node? Node { get; }

    /// <summary>How much is known of the value.</summary>
    public ValueState State { get; }

    // What reading it made of it: a number, a truth value, the word of an enum, the fields of a mapping or of a list of mappings.
    private object? Content { get; }

    /// <summary>Whether the value is known: there, of the right kind and not null.</summary>
    public bool IsKnown => State == ValueState.Known;

    /// <summary>Whether the field is not there.</summary>
    public bool IsAbsent => State == ValueState.Absent;

    /// <summary>Whether nothing can be said about the value, though something is there.</summary>
    public bool IsUncertain => State is ValueState.Unknown or ValueState.Invalid;

    /// <summary>
    /// Whether the field is there and says "none": null, an empty list or mapping, and <c>false</c> where that is the same as unset.
    /// </summary>
    public bool SaysNone => State switch
    {
        ValueState.None => true,
        ValueState.Known => Node switch
        {
            ListNode list => list.Items.Count == 0,
            MappingNode mapping => mapping.Entries.Count == 0,
            ScalarNode => Spec!.FalseIsNone && Boolean == false,
            _ => false,
        },
        _ => false,
    };

    /// <summary>Whether the field is there and does not say "none".</summary>
    public bool IsGiven => State != ValueState.Absent && !SaysNone;

    /// <summary>The path of the field; the root where the field is absent.</summary>
    public FieldPath Path => around?.Field(Spec!.Name) ?? FieldPath.Root;

    /// <summary>Where the value stands.</summary>
    public Place Place => Node?.Place ?? Place.None;

    /// <summary>Where the key stands.</summary>
    public Place KeyPlace => Key?.Place ?? Place.None;

    /// <summary>
    /// Where a message about the value points: the value itself, or the key of a list or mapping, which may run over many lines, and of a
    /// null that is not written.
    /// </summary>
    public Place Head => Node is ScalarNode && (Place.End > Place.Start || Key is null) ? Place : KeyPlace;

    /// <summary>The text of a known scalar, or null.</summary>
    public string? Text => IsKnown && Node is ScalarNode scalar ? scalar.Text : null;

    /// <summary>The text of a known scalar as outputs show it, or null.</summary>
    public string? ShownText => IsKnown && Node is ScalarNode scalar ? scalar.ShownText : null;

    /// <summary>The number of a known number field, or null.</summary>
    public double? Number => Content as double?;

    /// <summary>The truth value of a known boolean field, or null.</summary>
    public bool? Boolean => Content as bool?;

    /// <summary>The word of a known enum field, as its enum spells it; null where the value is none, or not known.</summary>
    public string? EnumWord => Content as string;

    /// <summary>The fields of a mapping, or null where the value is none, or not known.</summary>
    public ObjectView? Object => Content as ObjectView;

    /// <summary>The entries of a list of mappings that are mappings; empty where the value is no such list.</summary>
    public IReadOnlyList<ObjectView> Objects => Content as IReadOnlyList<ObjectView> ?? [];

    /// <summary>The entries of a known list; empty where the value is no list.</summary>
    public IReadOnlyList<Node> Items => IsKnown && Node is ListNode list ? list.Items : [];

    /// <summary>The texts of a known list of texts, or of the lone text that stands for one.</summary>
    public IReadOnlyList<string> Texts => Text is { } single ? [single] : [.. Items.OfType<ScalarNode>().Select(item => item.Text)];

    /// <summary>The scalars of a known list of texts, or the lone text that stands for one.</summary>
    public IReadOnlyList<ScalarNode> Scalars => IsKnown && Node is ScalarNode single ? [single] : [.. Items.OfType<ScalarNode>()];

    /// <summary>The entries of a known mapping of free keys, but for the author's own; empty where the value is no mapping.</summary>
    public IReadOnlyList<Entry> Entries => !IsKnown || Node is not MappingNode mapping ? []
        : Array.Exists(mapping.EntryArray, IsOwn) ? Array.FindAll(mapping.EntryArray, entry => !IsOwn(entry))
        : mapping.EntryArray;

    /// <summary>The matcher that stands for the value, or null.</summary>
    public ObjectView? Matcher => State == ValueState.Matcher ? Content as ObjectView : null;

    private static bool IsOwn(Entry entry) => ObjectSpec.IsOwnKey(entry.Key.Text);
}
