using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Spans;

/// <summary>The keys that rows were seen to have.</summary>
internal sealed class ColumnTree
{
    /// <summary>The entries of a list whose columns are counted: a fitting path names the first ones.</summary>
    internal const int NamedItems = 4;

    /// <summary>The entries of a list beyond which no column is looked for.</summary>
    internal const int MostItems = 1_000;

    private const int MostNodes = 50_000;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> numbersInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> prefixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool areOfSpans;
    private int nodes;

    /// <param name="asked">The columns whose values are wanted. None is added while rows are read.</param>
    /// <param name="seen">Takes the names of all columns.</param>
    internal ColumnTree(AskedColumns asked, SeenColumns seen)
    {
        (Seen, areOfSpans) = (seen, asked.AreOfSpans);
        for (var i = 0; i < asked.Names.Count; i++)
        {
            var name = asked.Names[i];
            numbers.TryAdd(name, i);
            var inAnyCase = areOfSpans ? ColumnSynonyms.MainInAnyCase(name) : name;
            if (!numbersInAnyCase.TryGetValue(inAnyCase, out var same))
                numbersInAnyCase.Add(inAnyCase, same = []);
            same.Add(i);
            AddPrefixes(name);
            AddPrefixes(inAnyCase);
            foreach (var other in ColumnLists.SourcesOf(name))
                AddPrefixes(other);
        }

        EventAttributes = AskedOf("event.attributes");
        Root = new ColumnNode(this, "");
        Attributes = Root.Child("attributes"u8);
    }

    internal SeenColumns Seen { get; }

    /// <summary>The row itself.</summary>
    internal ColumnNode Root { get; }

    /// <summary>The number of the column with the attributes of all events of a span; -1 if it is not asked for.</summary>
    internal int EventAttributes { get; }

    /// <summary>The attributes of a span.</summary>
    internal ColumnNode Attributes { get; }

    /// <summary>The number of a column that is asked for; -1 if it is not.</summary>
    internal int AskedOf(string name) => numbers.TryGetValue(name, out var number) ? number : -1;

    internal ColumnNameKind KindOf(string name) => areOfSpans ? ColumnNames.KindOf(name) : ColumnNameKind.Own;

    internal string MainOf(string name) => areOfSpans ? ColumnSynonyms.Main(name) : name;

    /// <summary>The columns that are asked for and whose names differ from this one in letter case alone.</summary>
    internal IReadOnlyList<int> AskedInOtherCase(string name)
    {
        if (!numbersInAnyCase.TryGetValue(areOfSpans ? ColumnSynonyms.MainInAnyCase(name) : name, out var same))
            return [];
        var own = AskedOf(name);
        return same.Count == 1 && same[0] == own ? [] : [.. same.Where(number => number != own)];
    }

    internal bool IsAskedBelow(string name) => prefixes.Contains(name);

    /// <summary>The columns that are asked for and that a column is a part of.</summary>
    internal IReadOnlyList<int> AskedAbove(string name)
    {
        List<int>? above = null;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (numbers.TryGetValue(name[..dot], out var number))
                (above ??= []).Add(number);
        }

        return above ?? (IReadOnlyList<int>)[];
    }

    /// <summary>Whether one more key may be kept. Keys beyond are looked at each time.</summary>
    internal bool MayKeep() => nodes < MostNodes && ++nodes > 0;

    private void AddPrefixes(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            prefixes.Add(name[..dot]);
    }
}
