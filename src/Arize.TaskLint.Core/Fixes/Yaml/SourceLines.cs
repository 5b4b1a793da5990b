namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>The lines of a text: where they begin and end, which are blank, and which contain only a comment.</summary>
internal sealed class SourceLines(string text)
{
    // All in one line is a line of its own: looking for its ends again and again would take the square of its length.
    private readonly List<int> breaks = BreaksOf(text);

    /// <summary>How the text breaks its lines.</summary>
    internal string Break { get; } = FindBreak(text);

    /// <summary>The beginning of the line of an offset.</summary>
    internal int StartOf(int offset) => FirstBreakFrom(offset) is > 0 and var index ? breaks[index - 1] + 1 : 0;

    /// <summary>The end of the line of an offset, before its line break.</summary>
    internal int EndOf(int offset) => FirstBreakFrom(offset) is var index && index < breaks.Count ? breaks[index] : text.Length;

    /// <summary>The beginning of the next line, or the end of the text.</summary>
    internal int After(int offset)
    {
        var end = EndOf(offset);
        if (end == text.Length)
            return end;
        return end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
    }

    /// <summary>The beginning of the line before the one that begins at an offset, or -1.</summary>
    internal int LineBefore(int lineStart)
    {
        if (lineStart == 0)
            return -1;
        var end = lineStart - 1;
        if (end > 0 && text[end] == '\n' && text[end - 1] == '\r')
            end--;
        return StartOf(end);
    }

    /// <summary>The position of the first character at or after an offset that is not a blank, on the same line.</summary>
    internal int SkipBlanks(int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t')
            offset++;
        return offset;
    }

    /// <summary>The position of the first character at or after an offset that is neither a blank nor a line break.</summary>
    internal int SkipSpace(int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t' or '\r' or '\n')
            offset++;
        return offset;
    }

    /// <summary>The offset after the last character before another one that is not a blank, on the same line.</summary>
    internal int BackOverBlanks(int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t')
            offset--;
        return offset;
    }

    /// <summary>The offset after the last character before another one that is neither a blank nor a line break.</summary>
    internal int BackOverSpace(int offset)
    {
        while (offset > 0 && text[offset - 1] is ' ' or '\t' or '\r' or '\n')
            offset--;
        return offset;
    }

    /// <summary>Whether an offset has only blanks before it on its line.</summary>
    internal bool IsFirst(int offset) => BackOverBlanks(offset) == StartOf(offset);

    /// <summary>Whether an offset has nothing, or only a comment, after it on its line.</summary>
    internal bool IsLast(int offset) => SkipBlanks(offset) is var next && (next == text.Length || IsBreak(text[next]) || IsComment(next, offset));

    internal bool IsBlank(int lineStart) => SkipBlanks(lineStart) == EndOf(lineStart);

    /// <summary>The column of the comment that is all of a line, or -1.</summary>
    internal int CommentColumn(int lineStart)
    {
        var first = SkipBlanks(lineStart);
        return first < text.Length && text[first] == '#' ? first - lineStart : -1;
    }

    /// <summary>The beginning of the comment after an offset on its line, or -1.</summary>
    internal int CommentBehind(int offset) => SkipBlanks(offset) is var next && next < text.Length && IsComment(next, offset) ? next : -1;

    /// <summary>The column of an offset, from 0.</summary>
    internal int ColumnOf(int offset) => offset - StartOf(offset);

    // Behind a value, a comment needs a blank before it.
    private bool IsComment(int at, int from) =>
        text[at] == '#' && (at > from || from == 0 || text[from - 1] is ' ' or '\t' or ',' or ':' or '[' or '{' or '\r' or '\n');

    private int FirstBreakFrom(int offset)
    {
        var index = breaks.BinarySearch(offset);
        return index >= 0 ? index : ~index;
    }

    private static List<int> BreaksOf(string text)
    {
        var breaks = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBreak(text[i]))
                breaks.Add(i);
        }

        return breaks;
    }

    private static bool IsBreak(char c) => c is '\r' or '\n';

    private static string FindBreak(string text)
    {
        var first = text.IndexOfAny(['\r', '\n']);
        return first < 0 || text[first] == '\n' ? "\n" : first + 1 < text.Length && text[first + 1] == '\n' ? "\r\n" : "\r";
    }
}
