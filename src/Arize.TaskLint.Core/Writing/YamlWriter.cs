using System.Text;
using Arize.TaskLint.Core.Fixes.Yaml;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Writes declarations as YAML, in blocks.</summary>
/// <param name="hasBlockTexts">Whether texts of several lines are written as literal blocks; else in quotes.</param>
internal sealed class YamlWriter(bool hasBlockTexts)
{
    private const string SchemaLine = "# yaml-language-server: $schema=./arize-tasks.schema.json\n";
    private const int LongestFlow = 80;

    // IDs are longer: each has a line.
    private const int LongestWord = 20;

    // The parser takes no longer key without the indicator of a complex one.
    private const int LongestKey = 1000;

    private readonly StringBuilder text = new();

    /// <summary>A document with tasks.</summary>
    /// <param name="space">The space of the tasks; null to leave it to the command line and the settings.</param>
    internal string Document(string? space, IReadOnlyList<WrittenMapping> tasks)
    {
        text.Clear();
        text.Append(SchemaLine);
        if (space is not null)
            text.Append("space: ").Append(Scalar(space)).Append('\n');
        text.Append("tasks:");
        for (var i = 0; i < tasks.Count; i++)
        {
            text.Append(i == 0 ? "" : "\n");
            Line(2);
            text.Append("- ");
            Mapping(tasks[i], 4);
        }

        return text.Append(tasks.Count == 0 ? " []\n" : "\n").ToString();
    }

    private void Mapping(WrittenMapping mapping, int column)
    {
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            if (i > 0)
                Line(column);
            Entry(mapping.Entries[i], column);
        }

        for (var i = 0; i < mapping.Remarks.Count; i++)
        {
            if (i > 0 || mapping.Entries.Count > 0)
                Line(column);
            text.Append("# ").Append(mapping.Remarks[i].Text);
        }

        // A mapping with nothing but comments would be null.
        if (mapping.Entries.Count == 0)
        {
            if (mapping.Remarks.Count > 0)
                Line(column);
            text.Append("{}");
        }
    }

    private void Entry(WrittenEntry entry, int column)
    {
        var key = Scalar(entry.Key);
        if (key.Length > LongestKey)
        {
            text.Append("? ").Append(key);
            Line(column);
            key = "";
        }

        text.Append(key).Append(':');
        Value(entry.Value, entry.Comment, column);
    }

    private void Value(WrittenValue value, string? comment, int column)
    {
        switch (value)
        {
            case WrittenMapping { Entries.Count: > 0 } or WrittenMapping { Remarks.Count: > 0 }:
                Line(column + 2);
                Mapping((WrittenMapping)value, column + 2);
                break;
            case WrittenList { Items.Count: > 0 } list when Flow(list) is null:
                foreach (var item in list.Items)
                {
                    Line(column + 2);
                    Item(item, column + 2);
                }

                break;
            case WrittenText { Text: var lines } when hasBlockTexts && PrintedText.IsBlock(lines):
                text.Append(' ');
                Block(lines, comment, column + 2);
                break;
            default:
                text.Append(' ').Append(Short(value)).Append(Comment(comment));
                break;
        }
    }

    private void Item(WrittenItem item, int column)
    {
        text.Append('-');
        if (item.Value is WrittenMapping { Entries.Count: > 0 } mapping)
        {
            text.Append(' ');
            Mapping(mapping, column + 2);
        }
        else
        {
            Value(item.Value, item.Comment, column);
        }
    }

    private void Block(string block, string? comment, int column)
    {
        var escaped = VariableText.Escape(block);
        var content = escaped.TrimEnd('\n');
        text.Append('|');
        if (content[0] is ' ' or '\n' or '\t')
            text.Append('2');
        text.Append(content.Length == escaped.Length ? "-" : content.Length == escaped.Length - 1 ? "" : "+").Append(Comment(comment));
        foreach (var line in content.Split('\n'))
        {
            if (line.Length > 0)
                Line(column);
            else
                text.Append('\n');
            text.Append(line);
        }

        text.Append('\n', Math.Max(0, escaped.Length - content.Length - 1));
    }

    // A value on the line of its key.
    private static string Short(WrittenValue value) => value switch
    {
        WrittenText { Text: var content } => Text(content),
        WrittenPlain plain => plain.Text,
        WrittenList list => Flow(list) ?? throw new InvalidOperationException(),
        _ => "{}",
    };

    // Short words between brackets; null for a list that is written in lines.
    private static string? Flow(WrittenList list)
    {
        var words = new List<string>();
        foreach (var item in list.Items)
        {
            var word = item switch
            {
                { Comment: not null } => null,
                { Value: WrittenText { Text: var content } } => FlowWord(VariableText.Escape(content)),
                { Value: WrittenPlain plain } => plain.Text,
                _ => null,
            };
            if (word is null || word.Length > LongestWord)
                return null;
            words.Add(word);
        }

        return string.Join(", ", words) is var inner && inner.Length <= LongestFlow ? $"[{inner}]" : null;
    }

    private static string? FlowWord(string content) =>
        !PrintedText.IsVisible(content) ? null
        : content.IndexOfAny([',', '[', ']', '{', '}', ':', '#']) < 0 ? Scalar(content)
        : YamlValue.Scalar(content);

    /// <summary>A text on one line: without quotes where it can be, otherwise in single quotes if all of it is visible.</summary>
    internal static string Scalar(string content) =>
        !PrintedText.IsVisible(content) ? PrintedText.Quoted(content)
        : YamlValue.IsPlain(Latin(content)) ? content
        : YamlValue.Scalar(content);

    /// <summary>A text that is no key, on one line.</summary>
    internal static string Text(string content) => Scalar(VariableText.Escape(content));

    // Letters of any language are as plain as those of English.
    private static string Latin(string content) => string.Concat(content.Select(c => c > '~' && char.IsLetter(c) ? 'x' : c));

    private static string Comment(string? comment) => comment is null ? "" : $"  # {comment}";

    private void Line(int column) => text.Append('\n').Append(' ', column);
}
