namespace Arize.TaskLint.Core.Templates;

/// <summary>Tells whether a text is JSON, to the letter of RFC 8259.</summary>
internal static class JsonSyntax
{
    /// <summary>Whether the text is one JSON value, with nothing but blanks around it.</summary>
    internal static bool IsValid(string text)
    {
        var closing = new Stack<char>();
        var i = 0;
        while (true)
        {
            if (!TryValue(text, ref i, closing, out var opens))
                return false;
            while (!opens)
            {
                SkipBlanks(text, ref i);
                if (closing.Count == 0)
                    return i == text.Length;
                if (i == text.Length)
                    return false;
                if (text[i] == closing.Peek())
                    closing.Pop();
                else if (text[i] != ',')
                    return false;
                else
                    opens = true;
                i++;
            }

            if (closing.Peek() == '}' && !TryKey(text, ref i))
                return false;
        }
    }

    // Reads a value, or the opening bracket of a list or an object that is not empty.
    private static bool TryValue(string text, ref int i, Stack<char> closing, out bool opens)
    {
        opens = false;
        SkipBlanks(text, ref i);
        if (i == text.Length)
            return false;
        if (text[i] == '"')
            return TryText(text, ref i);
        if (text[i] is not ('{' or '['))
            return TryNumber(text, ref i) || TryWord(text, "true", ref i) || TryWord(text, "false", ref i) || TryWord(text, "null", ref i);
        var close = text[i] == '{' ? '}' : ']';
        i++;
        SkipBlanks(text, ref i);
        opens = !(i < text.Length && text[i] == close);
        if (opens)
            closing.Push(close);
        else
            i++;
        return true;
    }

    private static bool TryKey(string text, ref int i)
    {
        SkipBlanks(text, ref i);
        if (!TryText(text, ref i))
            return false;
        SkipBlanks(text, ref i);
        return i < text.Length && text[i++] == ':';
    }

    private static bool TryText(string text, ref int i)
    {
        if (i == text.Length || text[i] != '"')
            return false;
        for (i++; i < text.Length && text[i] >= ' '; i++)
        {
            if (text[i] == '"')
            {
                i++;
                return true;
            }

            if (text[i] == '\\' && !TryEscape(text, ref i))
                return false;
        }

        return false;
    }

    // Leaves the offset at the escape's last character.
    private static bool TryEscape(string text, ref int i)
    {
        i++;
        if (i == text.Length)
            return false;
        if (text[i] != 'u')
            return text[i] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        if (i + 4 >= text.Length)
            return false;
        for (var end = i + 4; i < end;)
        {
            if (text[++i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                return false;
        }

        return true;
    }

    private static bool TryNumber(string text, ref int i)
    {
        var start = i;
        if (text[i] == '-')
            i++;
        var whole = i;
        if (!TryDigits(text, ref i) || (text[whole] == '0' && i - whole > 1))
        {
            i = start;
            return false;
        }

        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (!TryDigits(text, ref i))
                return false;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            return TryDigits(text, ref i);
        }

        return true;
    }

    private static bool TryDigits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
            i++;
        return i > start;
    }

    private static bool TryWord(string text, string word, ref int i)
    {
        if (string.CompareOrdinal(text, i, word, 0, word.Length) != 0)
            return false;
        i += word.Length;
        return true;
    }

    private static void SkipBlanks(string text, ref int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t' or '\r' or '\n')
            i++;
    }
}
