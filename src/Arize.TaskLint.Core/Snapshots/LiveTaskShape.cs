using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>The shapes in which live tasks are told, besides the API's own.</summary>
public static class LiveTaskShape
{
    private const string Wrapper = "actual_instance";

    /// <summary>The task as the API tells it: some versions of the official command line wrap the run configuration in <c>actual_instance</c>.</summary>
    public static MappingNode Unwrap(MappingNode task)
    {
        var name = TaskFields.RunConfiguration.Name;
        if (task[name] is not MappingNode wrapped || wrapped[Wrapper] is not { } inner)
            return task;
        return new MappingNode(task.Place, [.. task.Entries.Select(entry => entry.Key.Text == name ? entry with { Value = inner } : entry)]);
    }

    /// <summary>The value itself, or what it wraps.</summary>
    internal static Node? Inner(Node? value) => (value as MappingNode)?[Wrapper] ?? value;
}
