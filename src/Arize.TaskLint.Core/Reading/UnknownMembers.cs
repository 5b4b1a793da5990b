using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Decides which members of a live task this version does not know.</summary>
public static class UnknownMembers
{
    // The space is told by the list, and snapshots have it in the task.
    private static readonly string[] Told = ["space_id"];

    /// <summary>Whether a member of a task is known, though no field of a declaration has it.</summary>
    internal static bool IsTold(ObjectSpec spec, string key) => spec == TaskFields.Spec && Told.Contains(key);

    /// <summary>The paths of the members, in their order; those within what may have any member are not unknown.</summary>
    /// <param name="task">The live task, as <see cref="LiveTaskShape.Unwrap(MappingNode)"/> makes it.</param>
    public static IEnumerable<UnknownMember> Of(MappingNode task) => Of(task, TaskFields.Spec, new Paths(FieldPath.Root, ""));

    private static IEnumerable<UnknownMember> Of(MappingNode node, ObjectSpec spec, Paths paths)
    {
        foreach (var entry in node.Entries)
        {
            if (KnownAs(entry, spec) is not { } field)
            {
                if (!spec.IsOpen && !(paths.General.Length == 0 && Told.Contains(entry.Key.Text)))
                    yield return new UnknownMember(paths.Own.Field(entry.Key.Text), paths.General + entry.Key.Text);
            }
            else if (field.Object is { } inner)
            {
                foreach (var member in Within(entry.Value, field, inner, paths))
                    yield return member;
            }
        }
    }

    // What only declarations have, the API does not.
    private static FieldSpec? KnownAs(Entry entry, ObjectSpec spec) =>
        spec.Find(entry.Key.Text) is { } field && ((field.Role != FieldRole.Local && field.NameOf is null) || field == TaskFields.Space)
            ? field
            : null;

    private static IEnumerable<UnknownMember> Within(Node value, FieldSpec field, ObjectSpec spec, Paths paths)
    {
        if (value is MappingNode mapping)
            return Of(mapping, spec, new Paths(paths.Own.Field(field.Name), $"{paths.General}{field.Name}."));
        if (value is not ListNode list)
            return [];
        return list.Items.SelectMany((item, i) => item is MappingNode one
            ? Of(one, spec, new Paths(
                paths.Own.Field(field.Name).Item(KeyOf(one, field) ?? i.ToString(CultureInfo.InvariantCulture)), $"{paths.General}{field.Name}[]."))
            : []);
    }

    private static string? KeyOf(MappingNode item, FieldSpec field) =>
        field.KeyedBy is { } key && item[key.Name] is ScalarNode { IsNull: false } text ? text.Text : null;

    private readonly record struct Paths(FieldPath Own, string General);
}

/// <summary>A member of a live task that this version does not know.</summary>
/// <param name="General">The path without keys and positions, which other tasks share: <c>evaluators[].weight</c>.</param>
public sealed record UnknownMember(FieldPath Path, string General);
