using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>Whether two nodes say the same, wherever they stand.</summary>
internal static class NodeContent
{
    /// <summary>Whether the nodes have the same texts in the same form; the order of a mapping's entries counts for nothing.</summary>
    internal static bool Same(Node one, Node other) => (one, other) switch
    {
        (ScalarNode a, ScalarNode b) => a.Text == b.Text && a.IsPlain == b.IsPlain,
        (ListNode a, ListNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, Same).All(same => same),
        (MappingNode a, MappingNode b) => a.Entries.Count == b.Entries.Count
            && a.Entries.All(entry => b[entry.Key.Text] is { } value && Same(entry.Value, value)),
        _ => false,
    };
}
