using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A column or a value of a filter, with what is to be known of it for each row.</summary>
internal sealed class ReadyOperand
{
    private readonly int column = -1;
    private readonly SpanValue value;

    private ReadyOperand(SpanValue value) => this.value = value;

    private ReadyOperand(int column, string name) => (this.column, Name) = (column, name);

    /// <summary>The name of a column, without quotes and brackets; null for a value.</summary>
    internal string? Name { get; }

    /// <summary>The number of a column; -1 for a value.</summary>
    internal int Column => column;

    /// <summary>The value; missing for a column.</summary>
    internal SpanValue Value => value;

    /// <summary>Whether it is a time of the span itself, which is never a mere text.</summary>
    internal bool IsTimeOfSpan { get; private init; }

    /// <summary>Whether it is documented that CONTAINS searches its lists and objects.</summary>
    internal bool IsSearched { get; private init; }

    /// <summary>Whether it is the ID of the parent, which exports leave out or write as an empty text for a root.</summary>
    internal bool IsParent { get; private init; }

    /// <summary>Whether an object there may be nothing but the columns whose names begin with its own.</summary>
    internal bool MayBeBeginning { get; private init; }

    /// <summary>The number that a text is, or null.</summary>
    internal double? Number { get; private init; }

    /// <summary>The time that a text is, or null.</summary>
    internal FilterTime? Time { get; private init; }

    /// <summary>Whether it is written in a way of another language.</summary>
    internal bool IsForeign { get; init; }

    /// <summary>The text that a value in double quotes may be, or null.</summary>
    internal ReadyOperand? AsText { get; init; }

    internal static ReadyOperand OfText(string text) => new(SpanValue.OfText(text))
    {
        Number = PlainScalar.TryNumber(text.Trim(), out var number) ? number : null,
        Time = FilterTime.Of(text),
    };

    internal static ReadyOperand OfNumber(double number, string written) => new(SpanValue.OfNumber(number, written));

    internal static ReadyOperand OfBoolean(bool value) => new(SpanValue.OfBoolean(value));

    /// <summary>An operand that has another value in each row.</summary>
    /// <param name="column">Its number.</param>
    /// <param name="name">Its name as it is asked for.</param>
    internal static ReadyOperand OfColumn(int column, string name, bool isForeign, ReadyOperand? asText = null) => new(column, name)
    {
        IsTimeOfSpan = name is "start_time" or "end_time",
        IsSearched = name is "event.attributes",
        IsParent = name is "parent_id",
        MayBeBeginning = name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal)
            && !SpanAttributes.IsKnown(name.Substring(SpanAttributes.Root.Length)),
        IsForeign = isForeign,
        AsText = asText,
    };

    internal SpanValue ValueIn(ISpanRow row, FilterReading reading)
    {
        if (column < 0)
            return value;
        var own = row.Value(column);
        if (own.Kind != SpanValueKind.Missing)
            return own.IsInText && !reading.Reads(FilterDoubts.Texts) ? default : own;
        var other = row.ValueInOtherCase(column);
        return other.Kind != SpanValueKind.Missing && reading.Reads(FilterDoubts.CaseOfColumns) ? other : own;
    }

    /// <summary>The number that its text in a row is, or null.</summary>
    internal double? NumberOf(string text) => column < 0 ? Number : PlainScalar.TryNumber(text, out var number) ? number : null;

    /// <summary>The time that its text in a row is, or null.</summary>
    internal FilterTime? TimeOf(string text) => column < 0 ? Time : FilterTime.Of(text);
}
