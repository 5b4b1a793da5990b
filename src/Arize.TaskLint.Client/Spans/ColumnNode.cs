using System.Text;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Spans;

/// <summary>
/// A key of rows, with the column that it is. Different keys are one column: <c>attributes.input.value</c> as one key, as <c>input.value</c>
/// within <c>attributes</c>, or as three objects.
/// </summary>
internal sealed class ColumnNode
{
    private static readonly string[] OfSpans =
        ["context.trace_id", "context.span_id", "trace_id", "span_id", "start_time", "status_code", "parent_id", "latency_ms"];

    private readonly ColumnTree tree;
    private readonly Dictionary<byte[], ColumnNode> children = new(Utf8Keys.Comparer);
    private readonly Dictionary<byte[], ColumnNode>.AlternateLookup<ReadOnlySpan<byte>> byKey;
    private readonly List<ColumnNode> items = [];
    private readonly string main;
    private int? number;
    private ColumnNameKind? kind;

    internal ColumnNode(ColumnTree tree, string name)
    {
        (this.tree, Name) = (tree, name);
        byKey = children.GetAlternateLookup<ReadOnlySpan<byte>>();
        main = tree.MainOf(name);
        IsOfSpan = main.StartsWith("attributes.", StringComparison.Ordinal) || Array.IndexOf(OfSpans, main) >= 0;
        Asked = tree.AskedOf(main);
        HasAskedBelow = tree.IsAskedBelow(main);
        AskedAbove = tree.AskedAbove(main);
        AskedInOtherCase = tree.AskedInOtherCase(main);
        Flat = ColumnLists.FlatOf(main) is { } flat && tree.AskedOf(flat) is >= 0 and var asked ? asked : -1;
    }

    /// <summary>The name of the column; empty for the row itself.</summary>
    internal string Name { get; }

    /// <summary>Whether only spans have it.</summary>
    internal bool IsOfSpan { get; }

    /// <summary>Its number among the columns that are asked for; -1 if it is not.</summary>
    internal int Asked { get; }

    /// <summary>The columns that are asked for and whose names differ from its own in letter case alone.</summary>
    internal IReadOnlyList<int> AskedInOtherCase { get; }

    /// <summary>Whether a column within it is asked for, in whatever letter case.</summary>
    internal bool HasAskedBelow { get; }

    /// <summary>The columns that are asked for and that it is a part of.</summary>
    internal IReadOnlyList<int> AskedAbove { get; }

    /// <summary>The column that is asked for and has the values of this one for all messages or documents as one list; -1 if there is none.</summary>
    internal int Flat { get; }

    /// <summary>Its number among the columns that were seen; -1 if there are too many.</summary>
    internal int Number => number ??= tree.Seen.Add(main);

    /// <summary>Whether its name may be shown: it is asked for, or is no part of what people wrote.</summary>
    /// <param name="isInText">Whether it was found within a text.</param>
    internal bool MayBeShown(bool isInText) => Asked >= 0
        || (kind ??= tree.KindOf(main)) == ColumnNameKind.Documented || (kind == ColumnNameKind.Own && !isInText);

    /// <summary>The column of a key within it.</summary>
    internal ColumnNode Child(ReadOnlySpan<byte> key)
    {
        if (byKey.TryGetValue(key, out var known))
            return known;
        var text = Encoding.UTF8.GetString(key);
        var node = new ColumnNode(tree, Name.Length == 0 ? text : $"{Name}.{text}");
        if (tree.MayKeep())
            byKey[key] = node;
        return node;
    }

    /// <summary>The column of an entry of the list that it is; null if nobody can ask for it.</summary>
    internal ColumnNode? Item(int position)
    {
        if (position < items.Count)
            return items[position];
        if (position > ColumnTree.MostItems || (position > ColumnTree.NamedItems && !HasAskedBelow && Flat < 0))
            return null;
        var node = new ColumnNode(tree, FormattableString.Invariant($"{Name}.{position}"));
        if (position == items.Count && tree.MayKeep())
            items.Add(node);
        return node;
    }
}
