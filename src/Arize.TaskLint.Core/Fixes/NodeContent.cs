using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>Compares the content of nodes, without their places.</summary>
internal static class NodeContent
{
    /// <summary>Whether the nodes have the same texts in the same form. The order of a mapping's entries is ignored.</summary>
    internal static bool Same(Node one, Node other) => (one, other) switch
    {
        (ScalarNode a, ScalarNode b) =>
            a.Text == b.Text && a.IsPlain == b.IsPlain && (WrittenPlace(a) == WrittenPlace(b) || Variables(a) == Variables(b)),
        (ListNode a, ListNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, Same).All(same => same),
        (MappingNode a, MappingNode b) => a.Entries.Count == b.Entries.Count && a.Repeated.Count == 0 && b.Repeated.Count == 0
            && a.Entries.All(entry => b[entry.Key.Text] is { } value && Same(entry.Value, value)),
        _ => false,
    };

    private static Place WrittenPlace(ScalarNode value) => value.WrittenAt?.Place ?? value.Place;

    // Two variables may be the same on this machine, and differ on another.
    private static string? Variables(ScalarNode value)
    {
        var place = WrittenPlace(value);
        if (place.File is not { } file || place.End > file.Text.Length || place.End <= place.Start)
            return null;
        var written = file.Text.Substring(place.Start, place.End - place.Start);
        return written.Contains("${") ? written : null;
    }
}
