using System.Globalization;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

/// <summary>Makes up rows for a filter: values that it asks for, values near to them, and others.</summary>
internal sealed class MadeRows
{
    private static readonly string[] Texts = ["", "a", "A", "ab", "aXb", "OK", "ERROR", "error", "LLM", "it's", "10", "5.5", "true", "2026-11-02T00:00:00Z", "two\nlines", "日本"];

    private readonly List<string> texts = [];
    private readonly List<double> numbers = [0, 1, -2, 5.5, 10_000];

    internal MadeRows(FilterText filter)
    {
        foreach (var operand in filter.Terms.SelectMany(FilterWalk.Operands))
        {
            if (operand is TextOperand text)
                texts.Add(text.Value);
            else if (operand is NumberOperand number)
                numbers.Add(number.Value);
        }
    }

    internal Row Row(int columns, Random random) => new([.. Enumerable.Range(0, columns).Select(_ => Value(random))]);

    private SpanValue Value(Random random) => random.Next(20) switch
    {
        < 4 => default,
        < 11 => SpanValue.OfText(Near(Pick(texts, random), random)),
        < 13 => SpanValue.OfText(Texts[random.Next(Texts.Length)]),
        < 16 => Number(Pick(numbers, random) + random.Next(-1, 2)),
        < 17 => SpanValue.OfText(Pick(numbers, random).ToString(CultureInfo.InvariantCulture)),
        < 19 => SpanValue.OfBoolean(random.Next(2) == 0),
        _ => SpanValue.OfStructure($"[\"{Pick(texts, random).Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)}\"]"),
    };

    private static SpanValue Number(double number) => SpanValue.OfNumber(number);

    private static string Pick(List<string> from, Random random) => from.Count == 0 ? Texts[random.Next(Texts.Length)] : from[random.Next(from.Count)];

    private static double Pick(List<double> from, Random random) => from[random.Next(from.Count)];

    private static string Near(string text, Random random) => random.Next(8) switch
    {
        0 => text.ToUpperInvariant(),
        1 => text.ToLowerInvariant(),
        2 => "before " + text,
        3 => text + " after",
        // What a pattern of LIKE matches.
        4 or 5 => string.Concat(text.Select(c => c switch { '%' => new string('x', random.Next(3)), '_' => "y", _ => c.ToString() })),
        _ => text,
    };
}
