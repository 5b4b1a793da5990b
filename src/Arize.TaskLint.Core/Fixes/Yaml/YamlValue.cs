using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>Writes new values as YAML.</summary>
/// <param name="lineBreak">The line break of the text.</param>
/// <param name="step">The indentation of a mapping relative to its key.</param>
/// <param name="listStep">The indentation of a list's dash relative to its key.</param>
internal sealed class YamlValue(string lineBreak, int step, int listStep)
{
    private const char Joiner = '\u200d';

    private static readonly string[] Words = ["yes", "no", "on", "off", "y", "n"];

    /// <summary>A list or mapping on lines of its own, each with a line break before it.</summary>
    /// <param name="column">The column of the key that it is the value of.</param>
    internal string Block(NewValue value, int column)
    {
        var text = new StringBuilder();
        switch (value)
        {
            case NewList list:
                AppendList(text, list, column + listStep);
                break;
            case NewMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Line(text, column + step);
                    AppendEntry(text, entry, column + step);
                }

                break;
        }

        return text.ToString();
    }

    /// <summary>An entry of a list, behind its dash.</summary>
    /// <param name="column">The column of the dash.</param>
    internal string Item(NewValue item, int column)
    {
        var text = new StringBuilder();
        AppendItem(text, item, column);
        return text.ToString();
    }

    /// <summary>A text as a literal block: its header, and its lines each with a line break before it; null if a block cannot have it.</summary>
    /// <param name="column">The column of its lines.</param>
    internal string? Literal(string newText, int column)
    {
        var end = newText.EndsWith("\n", StringComparison.Ordinal) ? newText.Length - 1 : newText.Length;
        var lines = newText.Substring(0, end).Split('\n');
        // A header with digits would be needed, or one that keeps empty lines and with them those that follow.
        if (end == 0 || lines[0].Length == 0 || lines[0][0] is ' ' or '\t' || string.IsNullOrWhiteSpace(lines[lines.Length - 1])
            || newText.Any(c => c is not ('\n' or '\t') && (c < ' ' || IsHidden(c)))
            || HasHalfPair(newText))
        {
            return null;
        }

        var text = new StringBuilder(end == newText.Length ? "|-" : "|");
        foreach (var line in lines)
        {
            if (line.Length == 0)
                text.Append(lineBreak);
            else
            {
                Line(text, column);
                text.Append(line);
            }
        }

        return text.ToString();
    }

    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && i++ >= 0))
                return true;
        }

        return false;
    }

    /// <summary>The column of the lines of a block below a key.</summary>
    /// <param name="column">The column of the key.</param>
    internal int Below(int column) => column + step;

    /// <summary>An entry on a line of its own, or several.</summary>
    internal string Entry(NewEntry entry, int column)
    {
        var text = new StringBuilder();
        AppendEntry(text, entry, column);
        return text.ToString();
    }

    /// <summary>A value between brackets, or a scalar.</summary>
    /// <param name="isJson">Whether keys and texts need double quotes.</param>
    internal static string Flow(NewValue value, bool isJson) => value switch
    {
        NewText text => isJson ? Quoted(text.Text) : Scalar(text.Text),
        NewPlain plain => plain.Text,
        NewList { Items.Count: 0 } => "[]",
        NewMapping { Entries.Count: 0 } => "{}",
        NewList list => $"[{string.Join(", ", list.Items.Select(item => Flow(item, isJson)))}]",
        NewMapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(entry => FlowEntry(entry, isJson)))} }}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>An entry between braces.</summary>
    internal static string FlowEntry(NewEntry entry, bool isJson) => $"{Key(entry.Key, isJson)}: {Flow(entry.Value, isJson)}";

    /// <summary>A text as a scalar, in quotes if it would otherwise be read as another kind of value.</summary>
    internal static string Scalar(string text)
    {
        if (IsSafe(text))
            return text;
        return text.All(c => c >= ' ' && !IsHidden(c)) ? $"'{text.Replace("'", "''")}'" : Quoted(text);
    }

    /// <summary>Whether a text can be written without quotes in place of a plain one: on one line, outside of brackets and braces.</summary>
    internal static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text[text.Length - 1] is not (' ' or ':')
        && text.All(c => c is >= ' ' and <= '~')
        && !text.Contains(": ") && !text.Contains(" #")
        && !PlainScalar.IsNull(text) && !PlainScalar.TryBoolean(text, out _) && !PlainScalar.TryNumber(text, out _)
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>A text in double quotes, as JSON writes it.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c < ' ' || IsHidden(c))
                quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    // DEL, a byte order mark, what some readers take for a line break, and what nobody sees or what turns the direction of other text. Joiners within
    // emoji stay.
    private static bool IsHidden(char c) => c is '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff'
        || (c != Joiner && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);

    private static string Key(string key, bool isJson) => isJson ? Quoted(key) : Scalar(key);

    private void AppendEntry(StringBuilder text, NewEntry entry, int column)
    {
        text.Append(Scalar(entry.Key)).Append(':');
        if (entry.Value is NewList { Items.Count: > 0 } or NewMapping { Entries.Count: > 0 })
            text.Append(Block(entry.Value, column));
        else
            text.Append(' ').Append(InBlock(entry.Value, column));
    }

    private void AppendList(StringBuilder text, NewList list, int column)
    {
        foreach (var item in list.Items)
        {
            Line(text, column);
            AppendItem(text, item, column);
        }
    }

    private void AppendItem(StringBuilder text, NewValue item, int column)
    {
        text.Append("- ");
        if (item is not NewMapping { Entries.Count: > 0 } mapping)
        {
            text.Append(InBlock(item, column));
            return;
        }

        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            if (i > 0)
                Line(text, column + 2);
            AppendEntry(text, mapping.Entries[i], column + 2);
        }
    }

    private string InBlock(NewValue value, int column) => value switch
    {
        NewText { Text: var text } when IsPlain(text) => text,
        NewText { Text: var text } when text.Contains('\n') && Literal(text, Below(column)) is { } literal => literal,
        _ => Flow(value, isJson: false),
    };

    private void Line(StringBuilder text, int column) => text.Append(lineBreak).Append(' ', column);

    private static bool IsSafe(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/')
        && !PlainScalar.IsNull(text) && !PlainScalar.TryBoolean(text, out _) && !PlainScalar.TryNumber(text, out _)
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase);
}
