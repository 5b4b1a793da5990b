namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>The changes that fixes make to the values of a text, whatever their edits do to its layout.</summary>
internal sealed class PlannedChanges
{
    internal HashSet<LayoutEntry> RemovedEntries { get; } = [];

    internal HashSet<LayoutNode> RemovedItems { get; } = [];

    internal Dictionary<LayoutNode, string> Renamed { get; } = [];

    internal Dictionary<LayoutNode, NewValue> Replaced { get; } = [];

    /// <summary>The entry that is added to a list, and its position among those that stay.</summary>
    internal Dictionary<LayoutNode, (int Index, NewValue Value)> AddedItems { get; } = [];

    internal Dictionary<LayoutNode, List<NewEntry>> Added { get; } = [];
}
