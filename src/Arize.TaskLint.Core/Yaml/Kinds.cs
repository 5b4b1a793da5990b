using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Which scalars fit which kinds, and how to say so where they do not.</summary>
internal static class Kinds
{
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
    internal static bool Fits(ValueKind kind, ScalarNode value) => kind switch
    {
        ValueKind.Number => value.IsPlain && PlainScalar.TryNumber(value.Text, out _),
        ValueKind.Integer => value.IsPlain && PlainScalar.TryNumber(value.Text, out var number) && Math.Floor(number) == number,
        ValueKind.Boolean => value.IsPlain && PlainScalar.TryBoolean(value.Text, out _),
        ValueKind.Date => TryDate(value.Text, out _),
        _ => true,
    };

    /// <summary>Reads a date.</summary>
    internal static bool TryDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Whether a text is a regular expression, and what is wrong with it where it is none.</summary>
    internal static bool IsPattern(string pattern, out string? error) => UserPattern.Read(pattern, out error) is not null;

    /// <summary>The problem of a value of the wrong kind, with the way to write it where one can be told.</summary>
    internal static WrongKind Wrong(Node value, string path, string subject, string expected)
    {
        return value is ScalarNode { IsNull: false } scalar
            ? new WrongKind(scalar.Place, path, subject, expected, scalar.Describe(), Excerpt.Of(scalar.ShownText), scalar.IsFilled ? null : Advice(scalar, expected))
            : new WrongKind(value.Place, path, subject, expected, value.Describe(), null, null);
    }

    private static string? Advice(ScalarNode value, string expected)
    {
        var text = value.Text.Trim();
        switch (expected)
        {
            case "a number" or "a whole number":
                var isWhole = expected == "a whole number";
                if (PlainScalar.TryNumber(text, out var number))
                    return !isWhole || Math.Floor(number) == number ? $"write {text} without quotes" : null;
                if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
                    && long.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
                {
                    return $"write the decimal number {hex.ToString(CultureInfo.InvariantCulture)}";
                }

                if (!isWhole && text.EndsWith("%", StringComparison.Ordinal) && PlainScalar.TryNumber(text.TrimEnd('%').Trim(), out var percent))
                    return $"write {(percent / 100).ToString("R", CultureInfo.InvariantCulture)}";
                return isWhole ? "write a whole number such as 256" : "write a decimal number such as 0.5 or 1";
            case "true or false":
                return text.ToLowerInvariant() switch
                {
                    "yes" or "on" or "y" or "1" or "true" => "write true",
                    "no" or "off" or "n" or "0" or "false" => "write false",
                    _ => null,
                };
            default:
                return null;
        }
    }
}
