using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>Makes text from files and from the API safe for a terminal, and measures it.</summary>
public static class TerminalText
{
    /// <summary>
    /// The text with everything that could steer a terminal, break a line or turn the reading direction written out: <c>\n</c>,
    /// <c>\x1b</c>, <c>\u202e</c>.
    /// </summary>
    public static string Escape(string text)
    {
        var i = 0;
        while (i < text.Length && !IsUnsafe(text, i))
            i++;
        if (i == text.Length)
            return text;
        var safe = new StringBuilder(text, 0, i, text.Length + 16);
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsUnsafe(text, i))
                safe.Append(c);
            else if (c is '\n' or '\r' or '\t')
                safe.Append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
            else
                safe.Append(c < 0x100 ? "\\x" : "\\u").Append(((int)c).ToString(c < 0x100 ? "x2" : "x4", CultureInfo.InvariantCulture));
        }

        return safe.ToString();
    }

    /// <summary>How many columns a text takes: wide characters two, marks that combine none.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>The text, shortened to a number of columns.</summary>
    public static string Shorten(string text, int columns)
    {
        var width = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width > columns)
                return string.Concat(text.AsSpan(0, length), "…");
            if (width < columns)
                length += rune.Utf16SequenceLength;
        }

        return text;
    }

    /// <summary>The text, filled with blanks to a number of columns.</summary>
    public static string Pad(string text, int columns) => text + new string(' ', Math.Max(0, columns - Width(text)));

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    // The blocks that terminals draw two columns wide: East Asian scripts and pictures.
    private static bool IsWide(int c) => c is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0x303e) or (>= 0x3041 and <= 0xa4cf)
        or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60)
        or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1f64f) or (>= 0x1f680 and <= 0x1f6ff) or (>= 0x1f900 and <= 0x1f9ff)
        or (>= 0x20000 and <= 0x3fffd);

    private static bool IsUnsafe(string text, int i)
    {
        var c = text[i];
        if (char.IsSurrogate(c))
            return !(char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]));
        return char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';
    }
}
