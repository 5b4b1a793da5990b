using System.Globalization;

namespace Arize.TaskLint.Core.Spelling;

/// <summary>Reads literals of C#: plain, verbatim and raw ones. Interpolated ones are not read.</summary>
internal static class CSharpSpelling
{
    /// <summary>The text of a literal; null if the part of the source is not a literal.</summary>
    internal static TextMap? Read(string text, int start, int end)
    {
        if (end - start < 2)
            return null;
        if (text[start] == '@' && text[start + 1] == '"')
            return ReadVerbatim(text, start + 2, end);
        var quotes = 0;
        while (start + quotes < end && text[start + quotes] == '"')
            quotes++;
        return quotes >= 3 && end - start >= 2 * quotes ? ReadRaw(text, start, end, quotes)
            : quotes == 1 ? ReadPlain(text, start + 1, end)
            : null;
    }

    private static TextMap? ReadVerbatim(string text, int i, int end)
    {
        var map = new TextMap();
        while (i < end)
        {
            if (text[i] != '"')
                map.Add(text[i], i, ++i);
            else if (i + 1 < end && text[i + 1] == '"')
                map.Add('"', i, i += 2);
            else
                return i + 1 == end ? map : null;
        }

        return null;
    }

    private static TextMap? ReadPlain(string text, int i, int end)
    {
        var map = new TextMap();
        while (i < end)
        {
            if (text[i] == '"')
                return i + 1 == end ? map : null;
            if (text[i] != '\\')
                map.Add(text[i], i, ++i);
            else if (!TryEscape(text, ref i, end, map))
                return null;
        }

        return null;
    }

    private static bool TryEscape(string text, ref int i, int end, TextMap map)
    {
        var start = i;
        if (i + 1 >= end)
            return false;
        var letter = text[i + 1];
        i += 2;
        switch (letter)
        {
            case 'u' or 'U' or 'x':
                var most = letter == 'U' ? 8 : 4;
                var digits = 0;
                while (digits < most && i + digits < end && IsHex(text[i + digits]))
                    digits++;
                if (digits == 0 || (letter != 'x' && digits < most))
                    return false;
                i += digits;
                map.AddCodePoint(int.Parse(text.Substring(i - digits, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture), start, i);
                return true;
            case '\'' or '"' or '\\':
                map.Add(letter, start, i);
                return true;
            default:
                var index = "0abefnrtv".IndexOf(letter);
                if (index < 0)
                    return false;
                map.Add("\0\a\b\u001b\f\n\r\t\v"[index], start, i);
                return true;
        }
    }

    internal static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static TextMap ReadRaw(string text, int start, int end, int quotes)
    {
        var map = new TextMap();
        var (from, to) = (start + quotes, end - quotes);
        var firstBreak = from;
        while (firstBreak < to && text[firstBreak] is ' ' or '\t')
            firstBreak++;
        var isOfLines = firstBreak < to && text[firstBreak] is '\r' or '\n';
        if (!isOfLines)
        {
            for (var i = from; i < to; i++)
                map.Add(text[i], i, i + 1);
            return map;
        }

        // The blanks before the closing quotes are taken off each line, and the line breaks at both ends do not count.
        var indent = 0;
        while (to > from && text[to - 1] is ' ' or '\t')
        {
            to--;
            indent++;
        }

        to -= to - 2 >= from && text[to - 2] == '\r' && text[to - 1] == '\n' ? 2 : 1;
        var at = BehindBreak(text, firstBreak);
        while (at <= to)
        {
            for (var blanks = 0; blanks < indent && at < to && text[at] is ' ' or '\t'; blanks++)
                at++;
            while (at < to && text[at] is not ('\r' or '\n'))
                map.Add(text[at], at, ++at);
            if (at >= to)
                break;
            var behind = BehindBreak(text, at);
            for (var i = at; i < behind; i++)
                map.Add(text[i], i, i + 1);
            at = behind;
        }

        return map;
    }

    private static int BehindBreak(string text, int at) => text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
}
