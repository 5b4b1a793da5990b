using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// Code that cannot be followed may add to the lists and mappings of a builder that it gets hold of. The rules judge what is there; a comparison asks
/// for all of it, so these lists and mappings are incomplete, too.
/// </summary>
internal static class OpenEnds
{
    /// <summary>The node with them marked; the same node if there are none.</summary>
    /// <param name="calls">Learns which calls made what is replaced.</param>
    internal static Node Mark(Node node, CallMap calls) => Mark(node, calls, isOpen: false);

    private static Node Mark(Node node, CallMap calls, bool isOpen)
    {
        switch (node)
        {
            case ListNode list:
                var items = list.Items.Select(item => Mark(item, calls, isOpen: false)).ToList();
                return IsSame(list.Items, items) && (list.IsIncomplete || !isOpen)
                    ? list
                    : new ListNode(list.Place, items) { IsIncomplete = list.IsIncomplete || isOpen };
            case MappingNode mapping:
                List<Node> values = [.. mapping.Entries.Select(entry => Mark(entry.Value, calls, mapping.IsIncomplete))];
                if (IsSame([.. mapping.Entries.Select(entry => entry.Value)], values) && (mapping.IsIncomplete || !isOpen))
                    return mapping;
                var marked = new MappingNode(
                    mapping.Place, [.. mapping.Entries.Select((entry, i) => entry with { Value = values[i] })], mapping.Repeated)
                { IsIncomplete = mapping.IsIncomplete || isOpen };
                if (calls.MakerOf(mapping) is { } maker)
                    calls.Made(marked, maker);
                return marked;
            default:
                return node;
        }
    }

    private static bool IsSame(IReadOnlyList<Node> before, List<Node> after) => !before.Where((node, i) => !ReferenceEquals(node, after[i])).Any();
}
