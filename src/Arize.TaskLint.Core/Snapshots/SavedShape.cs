using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>Tells by its members what a saved value is.</summary>
internal static class SavedShape
{
    /// <summary>The member that a task has, and this mapping has not; null if it has all.</summary>
    internal static string? Missing(MappingNode task) =>
        task["id"] is not ScalarNode { IsNull: false } ? "id" : task["type"] is not ScalarNode ? "type" : null;

    /// <summary>Whether a mapping has a member that only tasks have. Lists of projects and datasets have IDs and names too.</summary>
    internal static bool HasTaskFields(MappingNode item) =>
        item.Entries.Any(entry => TaskFields.Spec.Find(entry.Key.Text) is { } field && !Everybodys.Contains(field));

    private static readonly FieldSpec[] Everybodys =
    [
        TaskFields.Id, TaskFields.Name, TaskFields.Space, TaskFields.DatasetId,
        TaskFields.CreatedAt, TaskFields.UpdatedAt, TaskFields.CreatedByUserId,
    ];

    /// <summary>Whether a value is a text with content.</summary>
    internal static bool IsText(Node? value) => value is ScalarNode { IsNull: false } text && text.Text.Length > 0 && text.Describe() == "text";

    /// <summary>The member for a list of resources that is something else; null if there is none. A task has a list of evaluators as well.</summary>
    internal static string? NotAList(MappingNode mapping) => mapping["tasks"] is null ? null : ResourceKind.All
        .Select(kind => kind.ListMember)
        .FirstOrDefault(member => member is not null && mapping[member] is { } value and not (ListNode or ScalarNode { IsNull: true }));
}
