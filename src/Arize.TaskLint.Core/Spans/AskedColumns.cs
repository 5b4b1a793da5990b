namespace Arize.TaskLint.Core.Spans;

/// <summary>
/// The columns that the filters and mappings of a run ask for, each with the number by which a row gives its value. A reader keeps these alone.
/// </summary>
/// <param name="areOfSpans">Whether the rows are spans, whose columns have synonyms; columns of datasets have none.</param>
public sealed class AskedColumns(bool areOfSpans = true)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <summary>The names, each at the position of its number. Of synonyms, <see cref="ColumnSynonyms.Main"/> is used.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Whether the rows are spans.</summary>
    public bool AreOfSpans => areOfSpans;

    /// <summary>The number of a column, which is new if nobody asked for it before.</summary>
    /// <param name="name">Its dotted path without quotes and brackets: <c>attributes.llm.output_messages.0.message.content</c>.</param>
    public int Ask(string name)
    {
        var main = areOfSpans ? ColumnSynonyms.Main(name) : name;
        if (!numbers.TryGetValue(main, out var number))
        {
            numbers.Add(main, number = names.Count);
            names.Add(main);
        }

        return number;
    }
}
