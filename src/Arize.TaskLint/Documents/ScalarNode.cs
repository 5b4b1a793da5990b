using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Documents;

/// <summary>A text, a number, a truth value or null.</summary>
/// <param name="json">The value as JSON.</param>
internal sealed class ScalarNode(string json) : DocumentNode
{
    private static readonly ScalarNode Null = new("null");

    internal string Json { get; } = json;

    internal static ScalarNode Of(string? text) => text is null ? Null : new(JsonText.Quote(text));

    internal static ScalarNode Of(bool? value) => value is not { } known ? Null : new(known ? "true" : "false");

    internal static ScalarNode Of(long? number) => number is not { } known ? Null : new(known.ToString(CultureInfo.InvariantCulture));

    // JSON has no representation of numbers that are not finite. As a text, such a number is reported when the document is read, with its place.
    internal static ScalarNode Of(double? number) => number is not { } known ? Null
        : double.IsNaN(known) || double.IsInfinity(known) ? Of(known.ToString(CultureInfo.InvariantCulture))
        : new(known.ToString("R", CultureInfo.InvariantCulture));

    // JsonSchema → JSON_SCHEMA; a number that is no member stays a number.
    internal static ScalarNode Of(Enum word)
    {
        var spelt = new StringBuilder();
        foreach (var c in word.ToString())
        {
            if (char.IsUpper(c) && spelt.Length > 0)
                spelt.Append('_');
            spelt.Append(char.ToUpperInvariant(c));
        }

        return Of(spelt.ToString());
    }
}
