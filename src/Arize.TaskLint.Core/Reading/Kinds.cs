using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Which scalars fit which kinds, and how to say so where they do not.</summary>
internal static class Kinds
{
    private static readonly object True = true;
    private static readonly object False = false;

    /// <summary>What a kind needs, with its article.</summary>
    internal static string Expected(ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Integer => "a whole number",
        ValueKind.Boolean => "true or false",
        ValueKind.Enum or ValueKind.Text => "a text",
        ValueKind.Date => "a date such as 2027-01-31",
        ValueKind.Object or ValueKind.TextMap or ValueKind.NumberMap or ValueKind.AnyMap => "a mapping",
        _ => "a list",
    };

    /// <summary>Whether a known scalar that is not null fits a scalar kind.</summary>
    internal static bool Fits(ValueKind kind, ScalarNode value) => Fits(kind, value, out _);

    /// <summary>Whether a known scalar that is not null fits a scalar kind.</summary>
    /// <param name="content">Its number or truth value, so that nobody has to read the text again; null for other kinds.</param>
    internal static bool Fits(ValueKind kind, ScalarNode value, out object? content)
    {
        content = null;
        switch (kind)
        {
            case ValueKind.Number or ValueKind.Integer:
                if (!value.IsPlain || !PlainScalar.TryNumber(value.Text, out var number)
                    || (kind == ValueKind.Integer && Math.Floor(number) != number))
                {
                    return false;
                }

                content = number;
                return true;
            case ValueKind.Boolean:
                if (!value.IsPlain || !PlainScalar.TryBoolean(value.Text, out var isTrue))
                    return false;
                content = isTrue ? True : False;
                return true;
            case ValueKind.Date:
                return TryDate(value.Text, out _);
            default:
                return true;
        }
    }

    /// <summary>Reads a date.</summary>
    internal static bool TryDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Whether a text is a regular expression, and what is wrong with it where it is none.</summary>
    internal static bool IsPattern(string pattern, out string? error) => UserPattern.Read(pattern, out error) is not null;

    /// <summary>The problem of a value of the wrong kind, with the way to write it where one can be told.</summary>
    internal static WrongKind Wrong(Node value, FieldPath path, string subject, ValueKind kind)
    {
        var expected = Expected(kind);
        if (value is not ScalarNode { IsNull: false } scalar)
            return new WrongKind(value.Place, path, subject, expected, value.Describe(), null, null);
        if (scalar.IsFilled)
            return new WrongKind(scalar.Place, path, subject, expected, scalar.Describe(), Excerpt.Of(scalar.ShownText), null) { Value = scalar };
        var meant = MeantBy(scalar.Text.Trim(), kind);
        var advice = meant is null
            ? (PlainScalar.TryNumber(scalar.Text.Trim(), out _) ? null : Example(kind))
            : $"write {meant}{(meant == scalar.Text.Trim() ? " without quotes" : "")}";
        return new WrongKind(scalar.Place, path, subject, expected, scalar.Describe(), Excerpt.Of(scalar.ShownText), advice)
        { Value = scalar, Replacement = meant };
    }

    private static string? Example(ValueKind kind) => kind switch
    {
        ValueKind.Number => "write a decimal number such as 0.5 or 1",
        ValueKind.Integer => "write a whole number such as 256",
        _ => null,
    };

    // The number or truth value that somebody means who writes a text.
    private static string? MeantBy(string text, ValueKind kind)
    {
        switch (kind)
        {
            case ValueKind.Number or ValueKind.Integer:
                var isWhole = kind == ValueKind.Integer;
                if (PlainScalar.TryNumber(text, out var number))
                    return !isWhole || Math.Floor(number) == number ? text : null;
                if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
                    && long.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
                {
                    return hex.ToString(CultureInfo.InvariantCulture);
                }

                var share = text.TrimEnd('%').Trim();
                return !isWhole && text.EndsWith("%", StringComparison.Ordinal)
                    && PlainScalar.TryNumber(share, out var percent) && percent is >= 0 and <= 100
                    ? (Math.Round((decimal)percent, 10) / 100).ToString("0.############", CultureInfo.InvariantCulture)
                    : null;
            case ValueKind.Boolean:
                return text.ToLowerInvariant() switch
                {
                    "yes" or "on" or "y" or "1" or "true" => "true",
                    "no" or "off" or "n" or "0" or "false" => "false",
                    _ => null,
                };
            default:
                return null;
        }
    }
}
