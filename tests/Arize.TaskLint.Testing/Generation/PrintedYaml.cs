namespace Arize.TaskLint.Testing.Generation;

/// <summary>The ways in which the same document can be written.</summary>
public enum YamlStyle
{
    /// <summary>Block collections, plain scalars where they can be plain, texts of several lines as literals.</summary>
    Block,

    /// <summary>One line of flow collections.</summary>
    Flow,

    /// <summary>Block collections, all keys and texts in double quotes.</summary>
    DoubleQuoted,

    /// <summary>Block collections, all keys and texts in single quotes that can be; lists not indented.</summary>
    SingleQuoted,

    /// <summary>Indented JSON.</summary>
    Json,
}

/// <summary>Line and column, both from 1, the column in UTF-16 units.</summary>
public readonly record struct LineColumn(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}

/// <summary>A printed document, and where each of its values came to stand.</summary>
public sealed class PrintedYaml
{
    private readonly Dictionary<string, (int? Key, int Value, int? FirstKey)> spots;
    private readonly string counted;

    internal PrintedYaml(string text, bool hasWindowsLines, Dictionary<string, (int? Key, int Value, int? FirstKey)> spots)
    {
        counted = text;
        this.spots = spots;
        Text = hasWindowsLines ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    /// <summary>The document's text.</summary>
    public string Text { get; }

    /// <summary>Whether a value stands at a pointer.</summary>
    public bool Has(string pointer) => spots.ContainsKey(pointer);

    /// <summary>
    /// Where a message about a value points: a scalar itself, the key of a list or mapping, the first key of a mapping that has no key of its own.
    /// </summary>
    /// <param name="pointer">The value's JSON pointer.</param>
    public LineColumn HeadOf(string pointer)
    {
        var (key, value, firstKey) = spots[pointer];
        return At(key ?? firstKey ?? value);
    }

    private LineColumn At(int offset)
    {
        var before = counted.AsSpan(0, offset);
        return new LineColumn(before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}

/// <summary>JSON pointers: <c>/evaluators/0/column_mappings</c>.</summary>
public static class Pointer
{
    /// <summary>The pointer of a member or entry.</summary>
    public static string To(string pointer, string segment) =>
        $"{pointer}/{segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The pointer of an entry of a list.</summary>
    public static string To(string pointer, int index) => $"{pointer}/{index}";
}
