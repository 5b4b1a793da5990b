using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>The two values of a change as a message shows them: short, on one line, and never alike.</summary>
internal static class ShownValues
{
    private const int Longest = 60;

    /// <summary>The declared and the live value.</summary>
    internal static (string Declared, string Live) Of(Change change)
    {
        if (change.DeclaredName is { } name)
            return DistinctTexts.Of($"'{name}'", Show(change.Live, change.ValueKind), Longest);
        if (change is not { Declared: ScalarNode { IsNull: false } one, Live: ScalarNode { IsNull: false } other })
        {
            // Two lists, or two mappings, are distinguished by their entries.
            var isWhole = change.Declared?.Describe() == change.Live?.Describe();
            return DistinctTexts.Of(Show(change.Declared, change.ValueKind, isWhole), Show(change.Live, change.ValueKind, isWhole), Longest);
        }

        // 42 and '42' may differ in nothing but their kind.
        if (!change.IsFilled && one.Describe() != other.Describe() && (change.ValueKind == ValueKind.Any || one.Text == other.Text))
            return (ShowKind(one), ShowKind(other));
        return IsText(one, change.ValueKind) && IsText(other, change.ValueKind)
            ? DistinctTexts.Of(one.Text, other.Text, Longest, isQuoted: true)
            : DistinctTexts.Of(Show(one, change.ValueKind), Show(other, change.ValueKind), Longest);
    }

    /// <summary>What a message shows of the base.</summary>
    internal static string OfBase(Change change) => Excerpt.Of(Show(change.Base, change.ValueKind));

    private static string ShowKind(ScalarNode scalar) =>
        scalar.Describe() == "text" ? $"{Show(scalar, ValueKind.Any)} (text)" : Show(scalar, ValueKind.Any);

    // For a value of any kind, quotes distinguish a text from a number.
    private static bool IsText(ScalarNode scalar, ValueKind kind) =>
        kind != ValueKind.Any || scalar is not { Unknown: null, IsPlain: true } || scalar.Describe() == "text";

    private static string Show(Node? value, ValueKind kind, bool isWhole = false) => value switch
    {
        null => "none",
        ScalarNode { IsNull: true } => "null",
        ScalarNode scalar when !IsText(scalar, kind) => scalar.Text,
        ScalarNode scalar => $"'{OnOneLine(scalar.Text)}'",
        ListNode list when isWhole || list.Items.All(item => item is ScalarNode) =>
            $"[{string.Join(", ", list.Items.Select(item => Show(item, kind, isWhole)))}]",
        MappingNode mapping when isWhole || kind <= ValueKind.Date =>
            $"{{ {string.Join(", ", mapping.Entries.Select(entry => Show(entry, isWhole)))} }}",
        _ => value.Describe(),
    };

    private static string Show(Entry entry, bool isWhole) => $"{entry.Key.Text}: {Show(entry.Value, ValueKind.Any, isWhole)}";

    private static string OnOneLine(string text) => text.Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t");
}
