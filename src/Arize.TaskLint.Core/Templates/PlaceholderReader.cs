using System.Text;

namespace Arize.TaskLint.Core.Templates;

/// <summary>
/// Finds the placeholders of a text. Prompts have braces for other reasons, in particular JSON samples: only braces around a name are a placeholder.
/// </summary>
public static class PlaceholderReader
{
    /// <summary>The placeholders of a text, in their order.</summary>
    public static IReadOnlyList<Placeholder> Read(string text, PlaceholderStyle style) =>
        text.IndexOf('{') < 0 ? [] : [.. style == PlaceholderStyle.SingleBraces ? Single(text) : Double(text)];

    /// <summary>The content of double braces, whether it is a name or not, without blanks around it and without the mark of a section.</summary>
    public static IEnumerable<string> Tags(string text) =>
        DoubleBraces(text).Select(tag => text.Substring(tag.Start, tag.Length).Trim().TrimStart('#', '^', '/', '&', '>', '!').Trim());

    /// <summary>The text with each placeholder of a style replaced by another text.</summary>
    /// <param name="unescapes">Whether doubled braces become single ones, as they do when a text with single-brace placeholders is filled.</param>
    public static string Fill(string text, PlaceholderStyle style, string value, bool unescapes = false)
    {
        var filled = new StringBuilder(text.Length);
        var end = 0;
        foreach (var placeholder in Read(text, style))
        {
            filled.Append(Between(text, end, placeholder.Start, unescapes)).Append(value);
            end = placeholder.Start + placeholder.Length;
        }

        return filled.Append(Between(text, end, text.Length, unescapes)).ToString();
    }

    private static string Between(string text, int start, int end, bool unescapes)
    {
        var part = text.Substring(start, end - start);
        return unescapes ? part.Replace("{{", "{").Replace("}}", "}") : part;
    }

    private static IEnumerable<Placeholder> Single(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
                continue;
            if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                i++;
            }
            else if (text[i] == '{')
            {
                var end = EndOfName(text, i + 1);
                if (end > i + 1 && end < text.Length && text[end] == '}')
                {
                    yield return new Placeholder(text.Substring(i + 1, end - i - 1), i, end + 1 - i);
                    i = end;
                }
            }
        }
    }

    private static IEnumerable<Placeholder> Double(string text)
    {
        foreach (var (start, length) in DoubleBraces(text))
        {
            var name = text.Substring(start, length).Trim();
            if (name.Length > 0 && EndOfName(name, 0) == name.Length)
                yield return new Placeholder(name, start - 2, length + 4);
        }
    }

    // The insides of {{…}} that hold no further brace and no line break.
    private static IEnumerable<(int Start, int Length)> DoubleBraces(string text)
    {
        var i = 0;
        while ((i = text.IndexOf("{{", i, StringComparison.Ordinal)) >= 0)
        {
            i += 2;
            while (i < text.Length && text[i] == '{')
                i++;
            var end = text.IndexOfAny(['{', '}', '\r', '\n'], i);
            if (end < 0)
                yield break;
            if (text[end] == '}' && end + 1 < text.Length && text[end + 1] == '}')
            {
                yield return (i, end - i);
                end += 2;
            }

            i = end;
        }
    }

    // The end of the name that begins at an offset; the offset itself if there is none.
    private static int EndOfName(string text, int start)
    {
        if (start >= text.Length || !(char.IsLetter(text[start]) || text[start] == '_'))
            return start;
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
            end++;
        return end;
    }
}
