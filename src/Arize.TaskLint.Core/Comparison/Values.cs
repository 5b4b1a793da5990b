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
        ScalarNode scalar when field is { Equality: Equality.BlankIsNone or Equality.LoneFilter } => scalar.Text.Length == 0,
        ScalarNode scalar when field is { FalseIsNone: true } => PlainScalar.TryBoolean(scalar.Text, out var value1) && !value1,
        _ => false,
    };

    /// <summary>Whether a value is a list without entries, or a mapping without any that is not null.</summary>
    internal static bool IsEmpty(Node? value) =>
        value is ListNode { Items.Count: 0 } || (value is MappingNode mapping && mapping.Entries.All(entry => entry.Value is ScalarNode { IsNull: true }));

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
            || (equality == Equality.Placeholders && PlaceholderText.WithoutDataset(first) == PlaceholderText.WithoutDataset(second));
    }

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
        // Beyond 2^53 a double loses digits; whole numbers are then held against each other digit by digit.
        if (Math.Abs(first) > 9007199254740992 && WholeDigits(one) is { } left && WholeDigits(other) is { } right)
            return left == right;
        return PlainScalar.SameNumber(first, second);
    }

    private static string? WholeDigits(string text)
    {
        var digits = text.TrimStart('+').TrimStart('0');
        return digits.TrimStart('-').All(c => c is >= '0' and <= '9') ? digits : null;
    }

    private static string Normal(string text)
    {
        text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return text.EndsWith("\n", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text;
    }
}
