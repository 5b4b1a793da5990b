namespace Arize.TaskLint.Core.Model;

/// <summary>A text that declarations were read from. Places are offsets into it; lines are counted only when asked for.</summary>
/// <param name="path">How the file is called in results: relative to the working directory, with <c>/</c>.</param>
/// <param name="text">The decoded text, without a byte order mark.</param>
public sealed class SourceFile(string path, string text)
{
    private int[]? lineStarts;
    private bool hasLinesOnly;

    /// <summary>How the file is called in results.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>The decoded text, without a byte order mark.</summary>
    public string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>A file whose text is not at hand: lines can be named, and offsets count them, but there is nothing to show of them.</summary>
    /// <param name="path">How the file is called in results.</param>
    internal static SourceFile WithLinesOnly(string path) => new(path, "") { hasLinesOnly = true };

    private int[] LineStarts => lineStarts ??= FindLineStarts(Text);

    /// <summary>How many lines the text has; an empty text has one.</summary>
    internal int LineCount => LineStarts.Length;

    /// <summary>The line and column of an offset.</summary>
    /// <param name="offset">From 0 to the text's length; beyond it counts as the end.</param>
    public LinePosition PositionOf(int offset)
    {
        if (hasLinesOnly)
            return new LinePosition(Math.Max(1, offset), 1);
        offset = Math.Max(0, Math.Min(offset, Text.Length));
        var found = Array.BinarySearch(LineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The text of a line, without its line break.</summary>
    /// <param name="line">Counts from 1.</param>
    public string LineAt(int line)
    {
        if (hasLinesOnly)
            return "";
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text.Substring(start, end - start).TrimEnd('\r', '\n');
    }

    /// <summary>Where the text of a line stands, without the blanks around it; null where there is no such line, or nothing in it.</summary>
    /// <param name="line">Counts from 1.</param>
    internal Place? TextOfLine(int line)
    {
        if (hasLinesOnly || line < 1 || line > LineStarts.Length || LineAt(line) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        var start = LineStarts[line - 1];
        return new Place(this, start + (text.Length - text.TrimStart().Length), start + text.TrimEnd().Length);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return [.. starts];
    }
}

/// <summary>A place in a text as people name it.</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Column">Counts from 1, in UTF-16 units, as editors and the C# compiler count.</param>
public readonly record struct LinePosition(int Line, int Column);
