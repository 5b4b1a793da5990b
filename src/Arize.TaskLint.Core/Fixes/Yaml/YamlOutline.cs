using System.Text;
using Arize.TaskLint.Core.Model;
using YamlDotNet.Core;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>
/// The content of a text as one line: two texts with the same outline differ in layout only. Aliases, anchors and tags count; the order of the
/// entries of a mapping does not.
/// </summary>
internal static class YamlOutline
{
    /// <summary>The content of a text after the changes.</summary>
    internal static string Of(YamlLayout layout, PlannedChanges? changes = null)
    {
        var outline = new StringBuilder();
        foreach (var root in layout.Roots)
            Append(outline.Append("---"), root, changes);
        return outline.ToString();
    }

    private static void Append(StringBuilder outline, LayoutNode node, PlannedChanges? changes)
    {
        if (node.Anchor is not null)
            outline.Append('&').Append(node.Anchor).Append(' ');
        if (node.Tag is not null)
            outline.Append('!').Append(node.Tag).Append(' ');
        if (changes is not null && changes.Replaced.TryGetValue(node, out var value))
        {
            Append(outline, value);
            return;
        }

        switch (node.Kind)
        {
            case LayoutKind.Alias:
                outline.Append('*').Append(node.Text);
                break;
            case LayoutKind.Scalar:
                AppendScalar(outline, node.Text, node.Style == ScalarStyle.Plain && IsRead(node.Text));
                break;
            case LayoutKind.List:
                AppendList(outline, node, changes);
                break;
            default:
                AppendMapping(outline, node, changes);
                break;
        }
    }

    private static void AppendList(StringBuilder outline, LayoutNode list, PlannedChanges? changes)
    {
        var added = changes is not null && changes.AddedItems.TryGetValue(list, out var one) ? one : (Index: -1, Value: null!);
        outline.Append('[');
        for (var i = 0; i <= list.Items.Count; i++)
        {
            if (i == added.Index)
                Append(outline.Append(','), added.Value);
            if (i < list.Items.Count && changes?.RemovedItems.Contains(list.Items[i]) != true)
                Append(outline.Append(','), list.Items[i], changes);
        }

        outline.Append(']');
    }

    private static void AppendMapping(StringBuilder outline, LayoutNode mapping, PlannedChanges? changes)
    {
        var entries = new List<string>();
        foreach (var entry in mapping.Entries)
        {
            if (changes is not null && changes.RemovedEntries.Contains(entry))
                continue;
            var one = new StringBuilder();
            if (changes is not null && changes.Renamed.TryGetValue(entry.Key, out var name))
                AppendScalar(one, name, isRead: false);
            else
                Append(one, entry.Key, null);
            Append(one.Append(':'), entry.Value, changes);
            entries.Add(one.ToString());
        }

        if (changes is not null && changes.Added.TryGetValue(mapping, out var added))
            entries.AddRange(added.Select(Outline));
        AppendSorted(outline, entries);
    }

    private static void AppendSorted(StringBuilder outline, List<string> entries)
    {
        entries.Sort(StringComparer.Ordinal);
        outline.Append('{').Append(string.Join(",", entries)).Append('}');
    }

    private static string Outline(NewEntry entry)
    {
        var one = new StringBuilder();
        AppendScalar(one, entry.Key, isRead: false);
        Append(one.Append(':'), entry.Value);
        return one.ToString();
    }

    private static void Append(StringBuilder outline, NewValue value)
    {
        switch (value)
        {
            case NewText text:
                AppendScalar(outline, text.Text, isRead: false);
                break;
            case NewPlain plain:
                AppendScalar(outline, plain.Text, isRead: true);
                break;
            case NewList list:
                outline.Append('[');
                foreach (var item in list.Items)
                    Append(outline.Append(','), item);
                outline.Append(']');
                break;
            case NewMapping mapping:
                AppendSorted(outline, [.. mapping.Entries.Select(Outline)]);
                break;
        }
    }

    private static void AppendScalar(StringBuilder outline, string text, bool isRead) =>
        outline.Append(isRead ? '=' : '\'').Append(text.Length).Append(' ').Append(text);

    // Whether a plain scalar is read as something other than text.
    private static bool IsRead(string text) => PlainScalar.IsNull(text) || PlainScalar.TryBoolean(text, out _) || PlainScalar.TryNumber(text, out _);
}
