using System.Globalization;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>When two values are the same, and when a value is none.</summary>
internal static class Values
{
    /// <summary>Whether a value is as good as not there.</summary>
    internal static bool IsNone(FieldSpec? field, Node? value) => value switch
    {
        null => true,
        ScalarNode { Unknown: not null } => false,
        ScalarNode { IsNull: true } => true,
        ScalarNode scalar when field is { Equality: Equality.BlankIsNone or Equality.Filter or Equality.LoneFilter } =>
            scalar.Text.Length <= 2 && Normal(scalar.Text).Length == 0,
        ScalarNode scalar when field is { FalseIsNone: true } => PlainScalar.TryBoolean(scalar.Text, out var isTrue) && !isTrue,
        _ => false,
    };

    /// <summary>Whether a value of any shape says none: besides, a list without entries, and a mapping in which each value says none.</summary>
    internal static bool SaysNone(FieldSpec field, Node? value) => value switch
    {
        ListNode list => list.Items.Count == 0,
        MappingNode mapping when field.Object is { } spec => mapping.Entries.All(entry =>
            spec.Find(entry.Key.Text) is { } inner ? SaysNone(inner, entry.Value) : ObjectSpec.IsOwnKey(entry.Key.Text) || IsNone(null, entry.Value)),
        MappingNode mapping => mapping.Entries.All(entry => IsNone(null, entry.Value)),
        _ => IsNone(field, value),
    };

    /// <summary>Whether two scalars of a field are the same.</summary>
    internal static bool Same(ValueKind kind, Equality equality, ScalarNode one, ScalarNode other) => kind switch
    {
        ValueKind.Number or ValueKind.Integer => SameNumber(one.Text, other.Text) ?? one.Text == other.Text,
        ValueKind.Boolean => string.Equals(one.Text, other.Text, StringComparison.OrdinalIgnoreCase),
        ValueKind.Enum => EnumSpec.Same(one.Text, other.Text),
        ValueKind.Any => SameFree(one, other, equality),
        _ => SameText(one.Text, other.Text, equality),
    };

    /// <summary>Whether two texts are the same, but for line endings and one line break at the end.</summary>
    internal static bool SameText(string one, string other, Equality equality = Equality.ByKind)
    {
        if (one == other)
            return true;
        var (first, second) = (Normal(one), Normal(other));
        return first == second
            || (equality == Equality.Placeholders && PlaceholderText.WithoutDataset(first) == PlaceholderText.WithoutDataset(second))
            || (equality == Equality.Filter && SameFilter(first, second));
    }

    /// <summary>A scalar of a field as it is compared: scalars that are the same have the same text.</summary>
    internal static string Compared(ValueKind kind, Equality equality, ScalarNode scalar) => kind switch
    {
        ValueKind.Number or ValueKind.Integer => ComparedNumber(scalar.Text) ?? scalar.Text,
        ValueKind.Boolean => scalar.Text.ToLowerInvariant(),
        ValueKind.Enum => EnumSpec.Normal(scalar.Text),
        ValueKind.Any when scalar.IsPlain && ComparedNumber(scalar.Text) is { } number => number,
        ValueKind.Any when scalar.IsPlain && PlainScalar.TryBoolean(scalar.Text, out _) => scalar.Text.ToLowerInvariant(),
        _ => equality == Equality.Filter && FilterWriter.Write(FilterText.Parse(Normal(scalar.Text))) is { } filter ? filter
            : equality == Equality.Placeholders ? PlaceholderText.WithoutDataset(Normal(scalar.Text))
            : Normal(scalar.Text),
    };

    private static string? ComparedNumber(string text)
    {
        if (!PlainScalar.TryNumber(text, out var number))
            return null;
        if (Math.Abs(number) >= 9007199254740992 && TryWhole(text, out var whole))
            return decimal.Floor(whole).ToString("0", CultureInfo.InvariantCulture);
        // What a 32-bit float was stored as, by the decimal that it came from.
        var single = (float)number;
        if (single == number)
            number = double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number == 0 ? "0" : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static bool SameFilter(string one, string other) =>
        FilterWriter.Write(FilterText.Parse(one)) is { } normal && normal == FilterWriter.Write(FilterText.Parse(other));

    private static bool SameFree(ScalarNode one, ScalarNode other, Equality equality)
    {
        if (one.IsNull || other.IsNull)
            return one.IsNull && other.IsNull;
        if (one.IsPlain && other.IsPlain)
        {
            if (SameNumber(one.Text, other.Text) is { } same)
                return same;
            if (PlainScalar.TryBoolean(one.Text, out var first) && PlainScalar.TryBoolean(other.Text, out var second))
                return first == second;
        }

        return IsText(one) && IsText(other) && SameText(one.Text, other.Text, equality);
    }

    private static bool IsText(ScalarNode scalar) =>
        !scalar.IsPlain || !(scalar.IsNull || PlainScalar.TryNumber(scalar.Text, out _) || PlainScalar.TryBoolean(scalar.Text, out _));

    // Null where either is no number.
    private static bool? SameNumber(string one, string other)
    {
        if (!PlainScalar.TryNumber(one, out var first) || !PlainScalar.TryNumber(other, out var second))
            return null;
        // Beyond 2^53 a double loses digits.
        if (Math.Abs(first) >= 9007199254740992 && TryWhole(one, out var left) && TryWhole(other, out var right))
            return left == right;
        return PlainScalar.SameNumber(first, second);
    }

    private static bool TryWhole(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && decimal.Floor(value) == value;

    private static string Normal(string text)
    {
        text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return text.EndsWith("\n", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
    }
}
