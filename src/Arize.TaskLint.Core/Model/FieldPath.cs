using System.Text;

namespace Arize.TaskLint.Core.Model;

/// <summary>
/// The path from a task to a value in it, such as <c>evaluators[ID].column_mappings.input</c>. Paths do not change, and two are equal if their
/// texts are.
/// </summary>
public sealed class FieldPath : IEquatable<FieldPath>
{
    private readonly PathStep step;
    private string? text;

    private FieldPath(FieldPath? parent, PathStep step)
    {
        Parent = parent;
        this.step = step;
    }

    /// <summary>The path of the task itself.</summary>
    public static FieldPath Root { get; } = new(null, default);

    /// <summary>The path of the mapping or list around it; null for the root.</summary>
    public FieldPath? Parent { get; }

    /// <summary>The field, or the key of a free mapping, that it ends with; null for the root and for an entry of a list.</summary>
    public string? Name => step.Name;

    /// <summary>The key of the list entry that it ends with, or its position from 0; null for the root and for a field.</summary>
    public string? Key => step.Key;

    private enum Form
    {
        Keys,
        Labels,
        Values,
        WithoutPositions,
    }

    /// <summary>The path of a field, or of a key of a free mapping, below this one.</summary>
    public FieldPath Field(string name) => Below(PathStep.Into(name));

    /// <summary>The path of an entry of the list that this one leads to.</summary>
    /// <param name="key">The entry's key, or its position from 0.</param>
    public FieldPath Item(string key) => Below(PathStep.IntoItem(key, null, null));

    /// <summary>Reads what <see cref="ToString"/> writes; null if a text is not the text of a path.</summary>
    public static FieldPath? Parse(string text)
    {
        var path = Root;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '[')
            {
                var end = EndOfBrackets(text, i);
                if (end < 0)
                    return null;
                var inside = text.Substring(i + 1, end - i - 2);
                path = Unquoted(inside, '\'') is { } name ? path.Field(name) : path.Item(Unquoted(inside, '"') ?? inside);
                i = end;
                continue;
            }

            if (path.Parent is not null && text[i++] != '.')
                return null;
            var start = i;
            while (i < text.Length && text[i] is not ('.' or '['))
                i++;
            var word = text.Substring(start, i - start);
            if (!IsWord(word))
                return null;
            path = path.Field(word);
        }

        return path;
    }

    /// <summary>The path as results show it, with the keys of list entries.</summary>
    public override string ToString() => text ??= Write(Form.Keys);

    /// <summary>The path with the names that people use for list entries.</summary>
    public string ToDisplay() => Write(Form.Labels);

    /// <inheritdoc/>
    public bool Equals(FieldPath? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldPath);

    /// <summary>The outermost list on the path whose entries only their positions tell apart; the path itself where there is none.</summary>
    internal FieldPath UpToPosition()
    {
        var whole = this;
        for (var step = this; step.Parent is { } parent; step = parent)
        {
            if (step.Key is { } key && key.All(c => c is >= '0' and <= '9'))
                whole = parent;
        }

        return whole;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The path with the keys as they are compared, which no output shows.</summary>
    internal string ToValues() => Write(Form.Values);

    /// <summary>The path without the positions of list entries, so that entries may change places.</summary>
    internal string WithoutPositions() => Write(Form.WithoutPositions);

    /// <summary>The field of the task that it leads through; null for the root.</summary>
    internal string? FirstName
    {
        get
        {
            var first = this;
            while (first.Parent is { Parent: not null } parent)
                first = parent;
            return first.Name;
        }
    }

    /// <summary>The steps from the task.</summary>
    internal IEnumerable<PathStep> Steps => Parent is null ? [] : Parent.Steps.Append(step);

    internal FieldPath Below(PathStep next) => new(this, next);

    /// <summary>The path below this one with the last step of another.</summary>
    internal FieldPath Below(FieldPath other) => new(this, other.step);

    /// <summary>The end of an entry in brackets in the text of a path; -1 if it does not end. A key may contain brackets.</summary>
    /// <param name="open">The position of the opening bracket.</param>
    internal static int EndOfBrackets(string text, int open)
    {
        if (open + 1 < text.Length && text[open + 1] is '"' or '\''
            && EndOfQuoted(text, open + 1) is var end && end < text.Length && text[end] == ']')
        {
            return end + 1;
        }

        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (depth == 0)
                return i + 1;
        }

        return -1;
    }

    // The position after the closing quote, or the end of the text if there is none.
    private static int EndOfQuoted(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == text[open])
                return i + 1;
        }

        return text.Length;
    }

    private static string? Unquoted(string text, char quote)
    {
        if (text.Length < 2 || text[0] != quote || text[text.Length - 1] != quote)
            return null;
        var unquoted = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
            unquoted.Append(text[i] == '\\' && i < text.Length - 2 ? text[++i] : text[i]);
        return unquoted.ToString();
    }

    private string Write(Form form)
    {
        var steps = new Stack<PathStep>();
        for (var path = this; path.Parent is { } parent; path = parent)
            steps.Push(path.step);
        var written = new StringBuilder();
        foreach (var one in steps)
            Append(written, one, form);
        return written.ToString();
    }

    private static void Append(StringBuilder path, PathStep step, Form form)
    {
        if (step.Name is { } name)
        {
            if (IsWord(name))
                path.Append(path.Length > 0 ? "." : "").Append(name);
            else
                path.Append('[').Append(Quoted(name, '\'')).Append(']');
            return;
        }

        var key = form switch
        {
            Form.Labels => step.Label ?? step.Key!,
            Form.Values => step.Value ?? step.Key!,
            Form.WithoutPositions => IsPosition(step.Key!) ? "" : step.Key!,
            _ => step.Key!,
        };
        path.Append('[').Append(IsReadableInBrackets(key) ? key : Quoted(key, '"')).Append(']');
    }

    private static string Quoted(string text, char quote) =>
        quote + text.Replace("\\", "\\\\").Replace($"{quote}", $"\\{quote}") + quote;

    // A key of a free mapping may hold a dot; quoted, it cannot be taken for two steps.
    private static bool IsWord(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    private static bool IsPosition(string key) => key.Length > 0 && key.All(c => c is >= '0' and <= '9');

    // Whether the end of the key is unambiguous.
    private static bool IsReadableInBrackets(string key)
    {
        if (key.Length > 0 && key[0] is '\'' or '"')
            return false;
        var depth = 0;
        foreach (var c in key)
        {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }
}
