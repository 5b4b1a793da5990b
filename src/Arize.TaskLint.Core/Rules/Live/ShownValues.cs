using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>The two values of a change as a message shows them: short, on one line, and never alike.</summary>
internal static class ShownValues
{
    private const int Longest = 60;
    private const int Lead = 15;

    /// <summary>The declared and the live value.</summary>
    internal static (string Declared, string Live) Of(Change change)
    {
        var own = change.DeclaredName is { } name ? $"'{name}'" : Show(change.Declared, change.ValueKind);
        var other = Show(change.Live, change.ValueKind);
        var same = 0;
        while (same < own.Length && same < other.Length && own[same] == other[same])
            same++;
        return (Cut(own, same), Cut(other, same));
    }

    // A long text is shown from shortly before the first difference.
    private static string Cut(string text, int same)
    {
        if (text.Length <= Longest)
            return text;
        var start = same < Longest - Lead ? 0 : Math.Min(same - Lead, text.Length - Longest);
        var end = Math.Min(text.Length, start + Longest);
        // Half of a surrogate pair is no text.
        start -= start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return (start > 0 ? "'…" : "") + text.Substring(start, end - start) + (end < text.Length ? "…'" : "");
    }

    private static string Show(Node? value, ValueKind kind) => value switch
    {
        null => "none",
        ScalarNode { IsNull: true } => "null",
        // Of a value that may be anything, quotes tell a text from a number.
        ScalarNode { Unknown: null, IsPlain: true } scalar when kind == ValueKind.Any && scalar.Describe() != "text" => scalar.Text,
        ScalarNode scalar => $"'{OnOneLine(scalar.Text)}'",
        ListNode list when list.Items.All(item => item is ScalarNode) => $"[{string.Join(", ", list.Items.Select(item => Show(item, kind)))}]",
        MappingNode matcher when kind <= ValueKind.Date => $"{{ {string.Join(", ", matcher.Entries.Select(Show))} }}",
        _ => value.Describe(),
    };

    private static string Show(Entry entry) => $"{entry.Key.Text}: {Show(entry.Value, ValueKind.Any)}";

    private static string OnOneLine(string text) => text.Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t");
}
