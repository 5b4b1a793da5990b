namespace Arize.TaskLint.Core;

/// <summary>A value as a message quotes it: on one line, and short.</summary>
internal static class Excerpt
{
    private const int Longest = 80;

    /// <summary>The text itself if it is short, otherwise its beginning.</summary>
    internal static string Of(string text)
    {
        if (text.Length <= Longest && text.IndexOfAny(['\r', '\n']) < 0)
            return text;
        // The part that is cut off is not searched: a text may have millions of characters.
        var words = string.Join(" ",
            text.Substring(0, Math.Min(text.Length, 10 * Longest)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= Longest && text.Length <= 10 * Longest)
            return words;
        var end = Math.Min(words.Length, Longest - 1);
        return words.Substring(0, char.IsHighSurrogate(words[end - 1]) ? end - 1 : end).TrimEnd() + "…";
    }
}
