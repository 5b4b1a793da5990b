using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>Fixes that take away what does not belong.</summary>
internal static class Removal
{
    /// <summary>Takes a field out of its mapping.</summary>
    internal static RemoveEntry? Of(ObjectView view, FieldValue field) =>
        field is { Key: { } key, Node: { } value } ? new RemoveEntry($"Remove '{key.Text}'", view.Node, new Entry(key, value)) : null;
}
