using System.Globalization;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>Compares two values, as SQL does and where that is in doubt in the other way.</summary>
internal static class ValueComparison
{
    private const double MostExact = 9_007_199_254_740_992;

    private static readonly string[] Yes = ["1", "t", "y", "yes", "on"];
    private static readonly string[] No = ["0", "f", "n", "no", "off"];

    /// <summary>The outcome of a comparison.</summary>
    /// <param name="left">The left operand, whose value is <paramref name="a"/>.</param>
    /// <param name="right">The right operand, whose value is <paramref name="b"/>.</param>
    internal static Truth Of(ReadyOperand left, SpanValue a, Comparison comparison, ReadyOperand right, SpanValue b, FilterReading reading)
    {
        if (a.Kind == SpanValueKind.Missing || b.Kind == SpanValueKind.Missing)
            return Truth.Null;
        // A number of milliseconds, a date in words: how the server would read it, or whether, is not known.
        if ((left.IsTimeOfSpan || right.IsTimeOfSpan) && !AreTimes(left, a, right, b))
            return Truth.Any;
        return (a.Kind, b.Kind) switch
        {
            (SpanValueKind.Text, SpanValueKind.Text) => Texts(left, a.Text, comparison, right, b.Text, reading),
            (SpanValueKind.Number, SpanValueKind.Number) => Numbers(a, comparison, b),
            (SpanValueKind.Boolean, SpanValueKind.Boolean) =>
                IsEquality(comparison) || reading.Reads(FilterDoubts.FormsOfBooleans) ? Ordered(a.Number.CompareTo(b.Number), comparison)
                : Unlike(comparison, reading),
            (SpanValueKind.Boolean, SpanValueKind.Number) or (SpanValueKind.Number, SpanValueKind.Boolean) =>
                reading.Reads(FilterDoubts.FormsOfBooleans) ? Numbers(a.Number, comparison, b.Number) : Unlike(comparison, reading),
            (SpanValueKind.Number, SpanValueKind.Text) when right.NumberOf(b.Text) is { } number =>
                NumberAndText(Numbers(a.Number, comparison, number), a.Text, comparison, b.Text, reading),
            (SpanValueKind.Text, SpanValueKind.Number) when left.NumberOf(a.Text) is { } number =>
                NumberAndText(Numbers(number, comparison, b.Number), a.Text, comparison, b.Text, reading),
            (SpanValueKind.Boolean, SpanValueKind.Text) when IsEquality(comparison) => BooleanAndText(a.Boolean, comparison, b.Text, reading),
            (SpanValueKind.Text, SpanValueKind.Boolean) when IsEquality(comparison) => BooleanAndText(b.Boolean, comparison, a.Text, reading),
            // What is no number is one beside no number: they can be ordered as texts alone.
            (SpanValueKind.Number, SpanValueKind.Text) or (SpanValueKind.Text, SpanValueKind.Number) when !IsEquality(comparison) =>
                AsTexts(a, comparison, b, FilterDoubts.NumbersAndTexts, reading),
            (SpanValueKind.Boolean, SpanValueKind.Text) or (SpanValueKind.Text, SpanValueKind.Boolean) =>
                AsTexts(a, comparison, b, FilterDoubts.BooleansAndTexts, reading),
            (SpanValueKind.Structure, SpanValueKind.Structure or SpanValueKind.Text) or (SpanValueKind.Text, SpanValueKind.Structure) =>
                MayBeOfEntries(a, comparison, b, reading)
                ?? (reading.Reads(FilterDoubts.Structures) ? Unlike(comparison, reading) : PlainTexts(a.Text, comparison, b.Text, reading)),
            _ => MayBeOfEntries(a, comparison, b, reading) ?? Unlike(comparison, reading),
        };
    }

    private static Truth AsTexts(SpanValue a, Comparison comparison, SpanValue b, FilterDoubts doubt, FilterReading reading) =>
        reading.Reads(doubt) ? Ordered(string.CompareOrdinal(a.Text, b.Text), comparison) : Unlike(comparison, reading);

    // Whether an entry fits is not looked at closely: beside an order it may, and none is equal to a text that is not in the JSON.
    private static Truth? MayBeOfEntries(SpanValue a, Comparison comparison, SpanValue b, FilterReading reading)
    {
        if (a.Kind == b.Kind)
            return null;
        var (whole, one) = a.Kind == SpanValueKind.Structure ? (a, b) : (b, a);
        if (whole.Kind != SpanValueKind.Structure || one.Text.Length == 0)
            return null;
        var isWrittenOnce = one.Kind == SpanValueKind.Boolean || (one.Kind == SpanValueKind.Text && !HasEscaped(one.Text));
        if (IsEquality(comparison) && isWrittenOnce && whole.Text.IndexOf(one.Text, StringComparison.OrdinalIgnoreCase) < 0)
            return null;
        return reading.Reads(FilterDoubts.Entries) ? TruthLogic.Of(comparison != Comparison.NotEqual) : null;
    }

    private static bool AreTimes(ReadyOperand left, SpanValue a, ReadyOperand right, SpanValue b) =>
        a.Kind == SpanValueKind.Text && b.Kind == SpanValueKind.Text && left.TimeOf(a.Text) is not null && right.TimeOf(b.Text) is not null;

    private static bool IsEquality(Comparison comparison) => comparison is Comparison.Equal or Comparison.NotEqual;

    // Beyond the integers that a double can tell apart, those of 64 bits are compared as they are written.
    private static Truth Numbers(SpanValue a, Comparison comparison, SpanValue b) =>
        Math.Abs(a.Number) >= MostExact && Math.Abs(b.Number) >= MostExact
            && long.TryParse(a.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var one)
            && long.TryParse(b.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var other)
            ? Ordered(one.CompareTo(other), comparison)
            : Numbers(a.Number, comparison, b.Number);

    private static Truth Numbers(double a, Comparison comparison, double b) =>
        double.IsNaN(a) || double.IsNaN(b) ? Truth.Null : Ordered(a.CompareTo(b), comparison);

    // Values of kinds that cannot be compared: they differ, if that comparison has an outcome at all.
    private static Truth Unlike(Comparison comparison, FilterReading reading)
    {
        var isOtherwise = reading.Reads(FilterDoubts.OtherKinds);
        return comparison switch
        {
            Comparison.Equal => isOtherwise ? Truth.Null : Truth.False,
            Comparison.NotEqual => isOtherwise ? Truth.Null : Truth.True,
            _ => isOtherwise ? Truth.False : Truth.Null,
        };
    }

    private static Truth NumberAndText(Truth asNumbers, string a, Comparison comparison, string b, FilterReading reading)
    {
        if (!reading.Reads(FilterDoubts.NumbersAndTexts))
            return asNumbers;
        if (IsEquality(comparison))
            return Unlike(comparison, reading);
        return reading.Reads(FilterDoubts.OtherKinds) ? Truth.Null : Ordered(string.CompareOrdinal(a, b), comparison);
    }

    private static Truth BooleanAndText(bool truth, Comparison comparison, string text, FilterReading reading)
    {
        if (BooleanOf(text) is { } value)
        {
            return reading.Reads(FilterDoubts.BooleansAndTexts)
                ? Unlike(comparison, reading)
                : TruthLogic.Of(truth == value == (comparison == Comparison.Equal));
        }

        return OtherFormOf(text) is { } other && reading.Reads(FilterDoubts.FormsOfBooleans)
            ? TruthLogic.Of(truth == other == (comparison == Comparison.Equal))
            : Unlike(comparison, reading);
    }

    private static bool HasEscaped(string text)
    {
        foreach (var c in text)
        {
            if (c is '"' or '\\' or '/' or < ' ' or > '~')
                return true;
        }

        return false;
    }

    // The words that databases read as truth values.
    private static bool? OtherFormOf(string text) =>
        Array.Exists(Yes, word => text.Equals(word, StringComparison.OrdinalIgnoreCase)) ? true
        : Array.Exists(No, word => text.Equals(word, StringComparison.OrdinalIgnoreCase)) ? false
        : null;

    private static bool? BooleanOf(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null;

    private static Truth Texts(ReadyOperand left, string a, Comparison comparison, ReadyOperand right, string b, FilterReading reading)
    {
        if (FilterTime.IsDate(a) && FilterTime.IsDate(b) && left.TimeOf(a) is { } one && right.TimeOf(b) is { } other)
        {
            var asTimes = Times(one, comparison, other, reading);
            if (left.IsTimeOfSpan || right.IsTimeOfSpan)
                return asTimes;
            var asTexts = PlainTexts(a, comparison, b, reading);
            return asTimes != asTexts && reading.Reads(FilterDoubts.TimesAsTexts) ? asTexts : asTimes;
        }

        return PlainTexts(a, comparison, b, reading);
    }

    private static Truth Times(FilterTime a, Comparison comparison, FilterTime b, FilterReading reading)
    {
        var plain = Ordered(a.Instant.CompareTo(b.Instant), comparison);
        var isInDoubt = a.HasOffset != b.HasOffset && !a.IsCertainlyAfter(b) && !b.IsCertainlyAfter(a);
        return isInDoubt && reading.Reads(FilterDoubts.TimeZones) ? TruthLogic.Not(plain) : plain;
    }

    private static Truth PlainTexts(string a, Comparison comparison, string b, FilterReading reading)
    {
        if (IsEquality(comparison))
        {
            var isEqual = string.Equals(a, b, StringComparison.Ordinal);
            if (!isEqual && string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
                isEqual = reading.Reads(FilterDoubts.CaseOfEquality);
            return TruthLogic.Of(isEqual == (comparison == Comparison.Equal));
        }

        var plain = Ordered(string.CompareOrdinal(a, b), comparison);
        var other = Ordered(string.Compare(a, b, StringComparison.OrdinalIgnoreCase), comparison);
        return plain != other && reading.Reads(FilterDoubts.CaseOfEquality) ? other : plain;
    }

    private static Truth Ordered(int order, Comparison comparison) => TruthLogic.Of(comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    });
}
