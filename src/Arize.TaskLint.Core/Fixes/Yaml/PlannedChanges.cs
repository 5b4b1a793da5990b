namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>What fixes mean for the values of a text, whatever the edits make of its layout.</summary>
internal sealed class PlannedChanges
{
    internal HashSet<LayoutEntry> RemovedEntries { get; } = [];

    internal HashSet<LayoutNode> RemovedItems { get; } = [];

    internal Dictionary<LayoutNode, string> Renamed { get; } = [];

    internal Dictionary<LayoutNode, NewValue> Replaced { get; } = [];

    internal Dictionary<LayoutNode, List<NewEntry>> Added { get; } = [];
}
