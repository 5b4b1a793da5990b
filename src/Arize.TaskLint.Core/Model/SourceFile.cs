namespace Arize.TaskLint.Core.Model;

/// <summary>A text that declarations were read from. Places are offsets into it; lines are counted on demand only.</summary>
/// <param name="path">How the file is called in results: relative to the working directory, with <c>/</c>.</param>
/// <param name="text">The decoded text, without a byte order mark.</param>
public sealed class SourceFile(string path, string text)
{
    private int[]? lineStarts;
    private int[]? variableLines;
    private bool hasLinesOnly;

    /// <summary>The name of the file in results.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>Whether it is code, and no declaration in YAML or JSON.</summary>
    internal bool IsCode { get; } = path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".csx", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".fs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".vb", StringComparison.OrdinalIgnoreCase);

    /// <summary>The decoded text, without a byte order mark.</summary>
    public string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>Creates a file whose text is not available. Lines can be named, and offsets count them, but their text cannot be shown.</summary>
    /// <param name="path">The name of the file in results.</param>
    internal static SourceFile WithLinesOnly(string path) => new(path, "") { hasLinesOnly = true };

    private int[] LineStarts => lineStarts ??= FindLineStarts(Text);

    /// <summary>The number of lines; an empty text has one.</summary>
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

    /// <summary>The text of a line around a place in it, without its line break: the whole line, unless it is very long.</summary>
    /// <param name="most">The maximum number of characters before the place, and after its start.</param>
    /// <param name="column">The start of the place in the text, from 0.</param>
    public string LineAround(LinePosition place, int most, out int column)
    {
        column = place.Column - 1;
        if (hasLinesOnly)
            return "";
        var start = LineStarts[place.Line - 1];
        var end = place.Line < LineStarts.Length ? LineStarts[place.Line] : Text.Length;
        var at = Math.Min(start + column, end);
        column = Math.Min(at - start, most);
        start = at - column;
        return Text.Substring(start, Math.Min(end, at + most) - start).TrimEnd('\r', '\n');
    }

    /// <summary>The place of the text of a line, without the blanks around it; null if there is no such line, or if it is blank.</summary>
    /// <param name="line">Counts from 1.</param>
    internal Place? TextOfLine(int line)
    {
        if (hasLinesOnly || line < 1 || line > LineStarts.Length || LineAt(line) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        var start = LineStarts[line - 1];
        return new Place(this, start + (text.Length - text.TrimStart().Length), start + text.TrimEnd().Length);
    }

    /// <summary>Whether any of some lines has a <c>${VAR}</c>.</summary>
    /// <param name="first">The first line, from 1.</param>
    /// <param name="last">The last line; it may lie beyond the text.</param>
    internal bool HasVariable(int first, int last)
    {
        variableLines ??= FindVariableLines();
        var found = Array.BinarySearch(variableLines, first);
        var next = found >= 0 ? found : ~found;
        return next < variableLines.Length && variableLines[next] <= last;
    }

    private int[] FindVariableLines()
    {
        var lines = new List<int>();
        for (var at = Text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = Text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            // $${ is a text.
            if (at == 0 || Text[at - 1] != '$')
                lines.Add(PositionOf(at).Line);
        }

        return [.. lines];
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

/// <summary>A position in a text as people name it.</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Column">Counts from 1, in UTF-16 units, as editors and the C# compiler count.</param>
public readonly record struct LinePosition(int Line, int Column);
