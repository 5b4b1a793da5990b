using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A text that a value has to contain, or a pattern of LIKE that it has to match.</summary>
internal sealed class TextMatch
{
    private readonly string text;
    private readonly LikePattern? pattern;
    private readonly bool isWithoutCase;

    // What the value contains if it matches in whatever letter case; null where that is not the same.
    private readonly string? inCapitals;

    // Without what is written in more than one way in JSON, or around its values.
    private readonly bool isPlain;

    private TextMatch(string text, LikePattern? pattern, bool isWithoutCase)
    {
        (this.text, this.pattern, this.isWithoutCase) = (text, pattern, isWithoutCase);
        inCapitals = (pattern is null ? text : pattern.Contained)?.ToUpperInvariant();
        isPlain = pattern is null && text.All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '_' or '-' or '.'));
    }

    internal static TextMatch Contains(string text) => new(text, null, false);

    internal static TextMatch Like(string pattern) => new(pattern, new LikePattern(pattern), false);

    /// <summary>The pattern of ILIKE, for which letter case does not count.</summary>
    internal static TextMatch LikeWithoutCase(string pattern) => new(pattern, new LikePattern(pattern), true);

    /// <summary>The outcome for a value.</summary>
    /// <param name="isSearched">Whether it is documented that the text of a list or an object of this column is searched.</param>
    /// <param name="capitals">The text of the value in capital letters; null if nobody has it.</param>
    internal Truth Of(SpanValue value, bool isSearched, FilterReading reading, string? capitals = null)
    {
        switch (value.Kind)
        {
            case SpanValueKind.Missing:
            case SpanValueKind.Structure when !(isSearched && isPlain) && reading.Reads(FilterDoubts.Structures):
            case SpanValueKind.Number when reading.Reads(FilterDoubts.NumbersAndTexts):
            case SpanValueKind.Boolean when reading.Reads(FilterDoubts.BooleansAndTexts):
                return Truth.Null;
        }

        if (pattern is not null && reading.Reads(FilterDoubts.Like))
            return Truth.Null;
        var subject = value.Text;
        // Most texts match in no letter case, and they can be long.
        if (capitals is not null && inCapitals is not null ? capitals.IndexOf(inCapitals, StringComparison.Ordinal) < 0
            : !Matches(subject, isWithoutCase: true))
            return Truth.False;
        if (isWithoutCase || Matches(subject, isWithoutCase: false))
            return Truth.True;
        return TruthLogic.Of(reading.Reads(pattern is null ? FilterDoubts.CaseOfContains : FilterDoubts.CaseOfLike));
    }

    private bool Matches(string subject, bool isWithoutCase) =>
        pattern is not null ? pattern.Matches(subject, isWithoutCase)
        : subject.IndexOf(text, isWithoutCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) >= 0;
}
