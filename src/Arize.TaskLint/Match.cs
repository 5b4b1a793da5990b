using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>
/// Makes matchers, which take the place of a value: any live value that fits is no drift. With <c>using static Arize.TaskLint.Match;</c> their
/// names need no prefix.
/// </summary>
public static class Match
{
    /// <summary>Fits numbers of a range, both ends included.</summary>
    /// <param name="min">The least number that fits.</param>
    /// <param name="max">The greatest number that fits.</param>
    public static NumberMatcher Between([TaskField(FieldNames.Min)] double min, [TaskField(FieldNames.Max)] double max) => new(min, max, null);

    /// <summary>Fits numbers from one on, it included.</summary>
    /// <param name="min">The least number that fits.</param>
    public static NumberMatcher AtLeast([TaskField(FieldNames.Min)] double min) => new(min, null, null);

    /// <summary>Fits numbers up to one, it included.</summary>
    /// <param name="max">The greatest number that fits.</param>
    public static NumberMatcher AtMost([TaskField(FieldNames.Max)] double max) => new(null, max, null);

    /// <summary>Fits any of some numbers.</summary>
    /// <param name="numbers">The numbers that fit; null among them: unset fits.</param>
    /// <exception cref="ArgumentNullException"><paramref name="numbers"/> is null.</exception>
    public static NumberMatcher OneOf([TaskField(FieldNames.OneOf, Use = FieldUse.Texts)] params double?[] numbers) =>
        new(null, null, Needed.Argument(numbers, nameof(numbers)));

    /// <summary>Fits any of some texts; words of an enum without letter case and separators.</summary>
    /// <param name="texts">The texts that fit; null among them: unset fits.</param>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    public static TextMatcher OneOf([TaskField(FieldNames.OneOf, Use = FieldUse.Texts)] params string?[] texts) =>
        TextMatcher.Choice(Needed.Argument(texts, nameof(texts)));

    /// <summary>Fits texts in which a pattern matches somewhere.</summary>
    /// <param name="pattern">A .NET regular expression.</param>
    public static TextMatcher Matching([TaskField(FieldNames.Matches)] string? pattern) => TextMatcher.Single(FieldNames.Matches, pattern);

    /// <summary>Fits texts that have a part.</summary>
    /// <param name="text">The part, with letter case.</param>
    public static TextMatcher Containing([TaskField(FieldNames.Contains)] string? text) => TextMatcher.Single(FieldNames.Contains, text);
}
