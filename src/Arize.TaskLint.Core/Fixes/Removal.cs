using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spelling;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>Fixes that remove a part.</summary>
internal static class Removal
{
    /// <summary>Takes a field out of its mapping. Whether a whole block is too much, or what forbids it is wrong, only its author knows.</summary>
    internal static RemoveEntry? Of(ObjectView view, FieldValue field) => field is { Key: { } key, Node: { } value }
        ? new RemoveEntry($"Remove '{key.Text}'", view.Node, new Entry(key, value)) { NeedsDecision = IsBlock(value) }
        : null;

    private static bool IsBlock(Node value) => value switch
    {
        MappingNode mapping => mapping.Entries.Count > 0,
        ListNode list => list.Items.Count > 0,
        // Several lines, written with thought.
        _ => WrittenText.RunsOverLines(value),
    };
}
