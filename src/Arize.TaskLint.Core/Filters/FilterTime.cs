using System.Globalization;

namespace Arize.TaskLint.Core.Filters;

/// <summary>
/// A date or a time in a filter's text. Times with offsets from UTC are compared as instants. A comparison with a time that has no offset is rarely
/// certain.
/// </summary>
/// <param name="Instant">The time; where no offset is named, as if it were UTC.</param>
/// <param name="HasOffset">Whether the text names an offset from UTC.</param>
/// <param name="Text">The text, without blanks around it.</param>
internal readonly record struct FilterTime(DateTimeOffset Instant, bool HasOffset, string Text)
{
    private const int DateLength = 10;

    private static readonly char[] Signs = ['+', '-'];

    // From 14 hours before UTC to 12 hours after it.
    private static readonly TimeSpan MostApart = TimeSpan.FromHours(26);

    /// <summary>
    /// Reads a text that begins with a date: <c>2026-11-01</c>, and what may follow of a time; null if it does not, or cannot be read.
    /// </summary>
    internal static FilterTime? Of(string text)
    {
        text = text.Trim();
        if (!IsDate(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return null;
        var last = text.LastIndexOfAny(Signs);
        return new FilterTime(instant, text[text.Length - 1] is 'Z' or 'z' || last >= DateLength, text);
    }

    /// <summary>Whether a text begins with a date.</summary>
    internal static bool IsDate(string text)
    {
        if (text.Length < DateLength)
            return false;
        for (var i = 0; i < DateLength; i++)
        {
            if (i is 4 or 7 ? text[i] != '-' : text[i] is not (>= '0' and <= '9'))
                return false;
        }

        return true;
    }

    /// <summary>Whether this is certainly later than another one, in whatever zone a text without an offset is.</summary>
    internal bool IsCertainlyAfter(FilterTime other) => HasOffset && other.HasOffset ? Instant > other.Instant
        : HasOffset == other.HasOffset ? string.CompareOrdinal(Text, 0, other.Text, 0, DateLength) > 0
        : Instant - other.Instant > MostApart;
}
