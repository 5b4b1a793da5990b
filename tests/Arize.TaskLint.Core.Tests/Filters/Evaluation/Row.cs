using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

/// <summary>A row with a value for each column that is asked for.</summary>
internal sealed class Row(IReadOnlyList<SpanValue> values, IReadOnlyList<SpanValue>? others = null) : ISpanRow
{
    public SpanValue Value(int column) => values[column];

    public SpanValue ValueInOtherCase(int column) => others is null ? default : others[column];

    internal IReadOnlyList<SpanValue> Values => values;

    /// <summary>A row that has some columns, by their names, and misses all others.</summary>
    internal static Row Of(AskedColumns columns, IReadOnlyDictionary<string, object?> values) =>
        new([.. columns.Names.Select(name => values.TryGetValue(name, out var value) ? ValueOf(value) : default)],
            [.. columns.Names.Select(name => ValueOf(values.FirstOrDefault(one => IsInOtherCase(one.Key, name)).Value))]);

    private static bool IsInOtherCase(string name, string asked) =>
        name != asked && string.Equals(name, ColumnSynonyms.MainInAnyCase(asked), StringComparison.OrdinalIgnoreCase);

    private static SpanValue ValueOf(object? value) => value switch
    {
        null => default,
        bool truth => SpanValue.OfBoolean(truth),
        int number => SpanValue.OfNumber(number),
        long number => SpanValue.OfNumber(number, number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        double number => SpanValue.OfNumber(number),
        string text when text.StartsWith("json:", StringComparison.Ordinal) => SpanValue.OfStructure(text[5..]),
        string text => SpanValue.OfText(text),
        _ => throw new ArgumentException($"{value} is no value of a column"),
    };
}
