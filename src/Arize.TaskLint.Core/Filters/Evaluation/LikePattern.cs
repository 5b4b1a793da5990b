namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A pattern of LIKE: <c>%</c> is any text, <c>_</c> any one character.</summary>
internal sealed class LikePattern(string pattern)
{
    // %text% is by far the most frequent pattern, and texts can be long.
    private readonly string? contained = ContainedBy(pattern);

    /// <summary>The text that is all it asks for; null for another pattern.</summary>
    internal string? Contained => contained;

    /// <summary>Whether a text matches as a whole.</summary>
    internal bool Matches(string text, bool isWithoutCase)
    {
        if (contained is not null)
            return text.IndexOf(contained, isWithoutCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) >= 0;
        var (at, next) = (0, 0);
        var (star, retry) = (-1, 0);
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '%')
            {
                star = next++;
                retry = at;
            }
            else if (next < pattern.Length && pattern[next] == '_')
            {
                at += LengthAt(text, at);
                next++;
            }
            else if (next < pattern.Length && IsSame(pattern[next], text[at], isWithoutCase))
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                // The last % takes one character more.
                retry += LengthAt(text, retry);
                at = retry;
                next = star + 1;
            }
            else
            {
                return false;
            }
        }

        while (next < pattern.Length && pattern[next] == '%')
            next++;
        return next == pattern.Length;
    }

    private static int LengthAt(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

    private static bool IsSame(char one, char other, bool isWithoutCase) =>
        one == other || (isWithoutCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));

    private static string? ContainedBy(string pattern)
    {
        if (pattern.Length < 2 || pattern[0] != '%' || pattern[pattern.Length - 1] != '%')
            return null;
        var inner = pattern.Substring(1, pattern.Length - 2);
        return inner.IndexOfAny(['%', '_']) < 0 ? inner : null;
    }
}
