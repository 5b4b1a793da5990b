using System.Globalization;

namespace Arize.TaskLint.Core.Spelling;

/// <summary>Reads scalars of YAML: plain and quoted ones, literal and folded blocks.</summary>
internal static class YamlSpelling
{
    /// <summary>The text of a scalar; null if it cannot be read in this way.</summary>
    internal static TextMap? Read(string text, int start, int end) => start >= end ? null : text[start] switch
    {
        '"' => ReadQuoted(text, start + 1, end - 1, end, '"'),
        '\'' => ReadQuoted(text, start + 1, end - 1, end, '\''),
        '|' or '>' => YamlBlockSpelling.Read(text, start, end),
        _ => ReadPlain(text, start, end),
    };

    private static TextMap ReadPlain(string text, int i, int end)
    {
        var map = new TextMap();
        while (i < end)
        {
            if (IsBreak(text[i]))
                Fold(text, ref i, end, map, 0);
            else
                map.Add(text[i], i, ++i);
        }

        return map;
    }

    private static TextMap? ReadQuoted(string text, int i, int last, int end, char quote)
    {
        if (last < i || text[end - 1] != quote)
            return null;
        var map = new TextMap();
        // Blanks that are escaped are no blanks at the end of a line.
        var kept = 0;
        while (i < last)
        {
            if (IsBreak(text[i]))
            {
                Fold(text, ref i, last, map, kept);
            }
            else if (text[i] == '\\' && quote == '"')
            {
                if (!TryEscape(text, ref i, last, map))
                    return null;
                kept = map.Length;
            }
            else if (text[i] == quote)
            {
                if (quote == '"' || i + 1 >= last || text[i + 1] != quote)
                    return null;
                map.Add(quote, i, i += 2);
            }
            else
            {
                map.Add(text[i], i, ++i);
            }
        }

        return map;
    }

    // A line break is a blank, and each empty line after it a line break.
    private static void Fold(string text, ref int i, int end, TextMap map, int kept)
    {
        var length = map.Length;
        while (length > kept && map[length - 1] is ' ' or '\t')
            length--;
        map.Cut(length);
        var start = i;
        i = BehindBreak(text, i);
        if (!AddEmptyLines(text, ref i, end, map))
            map.Add(' ', start, start + 1);
    }

    private static bool AddEmptyLines(string text, ref int i, int end, TextMap map)
    {
        var any = false;
        while (true)
        {
            while (i < end && text[i] is ' ' or '\t')
                i++;
            if (i >= end || !IsBreak(text[i]))
                return any;
            map.Add('\n', i, i + 1);
            i = BehindBreak(text, i);
            any = true;
        }
    }

    private static bool TryEscape(string text, ref int i, int end, TextMap map)
    {
        var start = i;
        if (i + 1 >= end)
            return false;
        var letter = text[i + 1];
        i += 2;
        if (IsBreak(letter))
        {
            i = BehindBreak(text, i - 1);
            AddEmptyLines(text, ref i, end, map);
            return true;
        }

        var digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            if (i + digits > end
                || !int.TryParse(text.Substring(i, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                return false;
            }

            i += digits;
            map.AddCodePoint(code, start, i);
            return true;
        }

        var index = "0abt\tnvfre \"/\\N_LP".IndexOf(letter);
        if (index < 0)
            return false;
        map.Add("\0\a\b\t\t\n\v\f\r\u001b \"/\\\u0085\u00a0\u2028\u2029"[index], start, i);
        return true;
    }

    internal static bool IsBreak(char c) => c is '\r' or '\n';

    internal static int BehindBreak(string text, int at) => text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
}
