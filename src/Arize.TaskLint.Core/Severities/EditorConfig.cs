using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Severities;

/// <summary>
/// A file <c>.editorconfig</c> or <c>.globalconfig</c>, read as the C# compiler reads it: what is no section, no setting and no comment is passed
/// over, and a comment may follow on the same line.
/// </summary>
public sealed class EditorConfig
{
    private EditorConfig(IReadOnlyList<EditorConfigEntry> preamble, IReadOnlyList<EditorConfigSection> sections)
    {
        Preamble = preamble;
        IsRoot = preamble.LastOrDefault(entry => entry.Key == "root") is { } root
            && string.Equals(root.Value, "true", StringComparison.OrdinalIgnoreCase);
        Sections = preamble.Any(entry => entry.Key == "is_global") ? [] : sections;
    }

    /// <summary>The settings before the first section, in their order: in a global file, those for all files.</summary>
    public IReadOnlyList<EditorConfigEntry> Preamble { get; }

    /// <summary>Whether the files of the folders above do not count.</summary>
    public bool IsRoot { get; }

    /// <summary>
    /// The sections, in their order. Empty if the file is global: only the compiler reads such a file, and it names its files in another way.
    /// </summary>
    public IReadOnlyList<EditorConfigSection> Sections { get; }

    /// <summary>Reads a file's text.</summary>
    public static EditorConfig Read(SourceFile file)
    {
        List<EditorConfigEntry> preamble = [];
        List<EditorConfigSection> sections = [];
        var entries = preamble;
        var text = file.Text;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineBreak(text[end]))
                end++;
            var line = new Line(text, start, end);
            if (SectionOf(line) is { } name)
            {
                entries = [];
                sections.Add(new EditorConfigSection(name, entries));
            }
            else if (EntryOf(file, line) is { } entry)
            {
                entries.Add(entry);
            }

            start = end + 1;
        }

        return new EditorConfig(preamble, sections);
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    // The name extends to the last bracket of the line, or to the last one before a comment; `\#` and `\;` do not begin a comment.
    private static string? SectionOf(Line line)
    {
        var open = line.SkipBlanks(line.Start);
        if (open == line.End || line.Text[open] != '[')
            return null;
        var end = open + 1;
        while (end < line.End && !(IsComment(line.Text[end]) && line.Text[end - 1] != '\\'))
            end++;
        var close = line.Text.LastIndexOf(']', end - 1, end - open - 1);
        return close > open + 1 && line.SkipBlanks(close + 1) >= end ? line.Text.Substring(open + 1, close - open - 1) : null;
    }

    private static EditorConfigEntry? EntryOf(SourceFile file, Line line)
    {
        var key = line.SkipBlanks(line.Start);
        var keyEnd = key;
        while (keyEnd < line.End && IsOfKey(line.Text[keyEnd]))
            keyEnd++;
        var equals = line.SkipBlanks(keyEnd);
        if (keyEnd == key || equals == line.End || line.Text[equals] is not ('=' or ':'))
            return null;
        var value = line.SkipBlanks(equals + 1);
        var valueEnd = value;
        while (valueEnd < line.End && !IsComment(line.Text[valueEnd]))
            valueEnd++;
        while (valueEnd > value && char.IsWhiteSpace(line.Text[valueEnd - 1]))
            valueEnd--;
        return new EditorConfigEntry(
            line.Text.Substring(key, keyEnd - key).ToLowerInvariant(),
            line.Text.Substring(value, valueEnd - value),
            new Place(file, key, keyEnd),
            new Place(file, value, valueEnd));
    }

    private static bool IsComment(char c) => c is '#' or ';';

    private static bool IsOfKey(char c) => c is '_' or '.' or '-' || char.IsLetterOrDigit(c);

    private readonly struct Line(string text, int start, int end)
    {
        internal string Text { get; } = text;

        internal int Start { get; } = start;

        internal int End { get; } = end;

        internal int SkipBlanks(int from)
        {
            while (from < End && char.IsWhiteSpace(Text[from]))
                from++;
            return from;
        }
    }
}
