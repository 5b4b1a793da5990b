using System.Text;

namespace Arize.TaskLint.Core.Schema;

/// <summary>Recognises misspelt names of columns. An unknown name that is not similar to a known one is correct.</summary>
internal static class ColumnSpelling
{
    // No column has a name of this length; of longer texts, only the ends are checked.
    private const int Longest = 1000;

    private static readonly string[] Roots = ["attributes", "metadata"];

    /// <summary>The fault in a name; null if it may be correct.</summary>
    /// <param name="column">The name, not blank.</param>
    /// <param name="isOfSpan">Whether it is one of spans, whose names are known; the columns of a dataset can have any.</param>
    /// <param name="needsRoot">Whether a span attribute needs its root.</param>
    internal static ColumnSlip? Of(string column, bool isOfSpan, bool needsRoot)
    {
        // Nearly all names are right.
        if (isOfSpan && SpanAttributes.IsRooted(column))
            return null;
        ColumnFault? fault = null;
        // A block of YAML ends with a line break, which is ignored.
        column = column.TrimEnd('\r', '\n');
        var text = Trimmed(column);
        if (text.Length != column.Length)
            fault = ColumnFault.Blanks;
        if (text.Length is 0 or > Longest)
            return fault is { } blanks ? new ColumnSlip(blanks, null) : null;
        if (WithoutBraces(text) is { } bare)
        {
            fault ??= ColumnFault.Braces;
            text = bare;
        }

        if (text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal))
        {
            fault ??= ColumnFault.JsonPath;
            if (Dotted(text) is not { } dotted)
                return new ColumnSlip(fault.Value, null);
            text = dotted;
        }

        if (isOfSpan && IsPlain(text) && OfSpan(text, needsRoot) is { } slip)
        {
            fault ??= slip.Fault;
            text = slip.Meant ?? "";
        }

        return fault is { } found ? new ColumnSlip(found, text.Length > 0 && text != column ? text : null) : null;
    }

    /// <summary>Whether a character is a blank, or one that takes no room.</summary>
    internal static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    private static ColumnSlip? OfSpan(string text, bool needsRoot)
    {
        ColumnFault? fault = null;
        if (HasEmptyPart(text))
        {
            var filled = string.Join(".", text.Split(['.'], StringSplitOptions.RemoveEmptyEntries));
            if (!IsRooted(filled) && !SpanAttributes.IsKnown(filled))
                return null;
            (fault, text) = (ColumnFault.EmptyPart, filled);
        }

        if (Rooted(text, needsRoot) is { } rooted)
        {
            fault ??= ColumnFault.Root;
            text = rooted;
        }

        if (text.StartsWith(SpanAttributes.Root, StringComparison.Ordinal)
            && SpanAttributes.NearestTo(text.Substring(SpanAttributes.Root.Length)) is { } nearest)
        {
            fault ??= ColumnFault.Attribute;
            text = SpanAttributes.Root + nearest;
        }

        // A root alone is not a name.
        return fault is { } found ? new ColumnSlip(found, text == Roots[0] ? null : text) : null;
    }

    // The same below the root that was meant; null if the root is right, or unknown.
    private static string? Rooted(string text, bool needsRoot)
    {
        if (needsRoot && text is "input" or "output")
            return $"{SpanAttributes.Root}{text}.value";
        if (needsRoot && text != "metadata" && SpanAttributes.IsKnown(text))
            return SpanAttributes.Root + text;
        var end = text.IndexOf('.');
        if (end <= 0)
            return null;
        var (root, rest) = (text.Substring(0, end), text.Substring(end + 1));
        if (root is "attr" or "attrs" && SpanAttributes.IsKnown(rest))
            return SpanAttributes.Root + rest;
        return Array.Find(Roots, known => SpanAttributes.IsNearWord(root, known)) is { } near ? $"{near}.{rest}" : null;
    }

    private static bool IsRooted(string text) => text.IndexOf('.') is var end && (end < 0 ? text : text.Substring(0, end)) is var root
        && Roots.Any(known => root == known || SpanAttributes.IsNearWord(root, known));

    private static bool HasEmptyPart(string text) =>
        text[0] == '.' || text[text.Length - 1] == '.' || text.IndexOf("..", StringComparison.Ordinal) >= 0;

    // A function's call, a pipe or a name in quotes is not ours to read.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return false;
        }

        return true;
    }

    private static string Trimmed(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text.Substring(start, end - start);
    }

    // {x}, {{x}}, ${x}; null if there are no braces around the whole.
    private static string? WithoutBraces(string text)
    {
        var bare = text;
        while (bare.Length > 2 && bare[bare.Length - 1] == '}' && (bare[0] == '{' || (bare[0] is '$' or '#' && bare[1] == '{')))
            bare = Trimmed(bare.Substring(bare[0] == '{' ? 1 : 2, bare.Length - (bare[0] == '{' ? 2 : 3)));
        return bare.Length == text.Length || bare.Length == 0 || bare.IndexOfAny(['{', '}', '"', ':']) >= 0 ? null : bare;
    }

    // $.a['b'][0] as a.b.0; null if it asks for more than a place.
    private static string? Dotted(string path)
    {
        var text = new StringBuilder();
        for (var i = 1; i < path.Length;)
        {
            var end = path[i] == '[' ? path.IndexOf(']', i) : i + 1;
            if (path[i] == '.')
            {
                while (end < path.Length && path[end] is not ('.' or '['))
                    end++;
            }

            if (end < 0 || path[i] is not ('.' or '['))
                return null;
            var part = path.Substring(i + 1, end - i - 1).Trim('\'', '"');
            if (part.Length == 0 || !part.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'))
                return null;
            text.Append(text.Length > 0 ? "." : "").Append(part);
            i = path[i] == '[' ? end + 1 : end;
        }

        return text.Length > 0 ? text.ToString() : null;
    }
}
