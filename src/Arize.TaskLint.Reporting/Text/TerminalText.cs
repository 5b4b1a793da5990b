using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>Makes text from files and from the API safe for a terminal, and measures it.</summary>
public static class TerminalText
{
    /// <summary>
    /// The text with everything written out that could steer a terminal, break a line, turn the reading direction, hide from the eye, or
    /// start a command on a CI runner: <c>\n</c>, <c>\x1b</c>, <c>\u202e</c>, <c>\U000e0041</c>.
    /// </summary>
    public static string Escape(string text)
    {
        var lead = text.Length - text.AsSpan().TrimStart().Length;
        var first = UnsafeFrom(text, lead, 0);
        if (first == text.Length)
            return text;
        var safe = new StringBuilder(text.Length + 16);
        for (int start = 0, i = first; ; i = UnsafeFrom(text, lead, start))
        {
            safe.Append(text, start, i - start);
            if (i == text.Length)
                return safe.ToString();
            start = i + WriteOut(text, i, safe);
        }
    }

    /// <summary>How many columns a text occupies: wide characters two, combining marks none.</summary>
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

    private static int UnsafeFrom(string text, int lead, int i)
    {
        while (i < text.Length && !IsUnsafe(text, lead, i))
            i++;
        return i;
    }

    private static bool IsUnsafe(string text, int lead, int i)
    {
        var c = text[i];
        if (c < 0x7f)
            return c < ' ' || RunnerCommands.StartAt(text, lead, i);
        // The second half of a character was judged with the first.
        var isSecondHalf = char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]);
        return !isSecondHalf && (!Rune.TryGetRuneAt(text, i, out var rune) || Invisible.Is(rune, text, i));
    }

    // Returns the number of characters that it has escaped.
    private static int WriteOut(string text, int i, StringBuilder safe)
    {
        var isWhole = Rune.TryGetRuneAt(text, i, out var rune);
        var code = isWhole ? rune.Value : text[i];
        safe.Append(code switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < 0x100 => string.Create(CultureInfo.InvariantCulture, $"\\x{code:x2}"),
            < 0x10000 => string.Create(CultureInfo.InvariantCulture, $"\\u{code:x4}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"\\U{code:x8}"),
        });
        return isWhole ? rune.Utf16SequenceLength : 1;
    }
}
