using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1008: two declarations of one task. They may diverge, and then each reports the other as drift.</summary>
public sealed class TaskDeclaredOnce() : SetRule("ATL1008", Severity.Error, "The same task declared twice")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(IReadOnlyList<TaskHeader> tasks, SpaceSettings spaces)
    {
        var byId = new Dictionary<string, TaskHeader>(StringComparer.Ordinal);
        var byName = new Dictionary<(string? Space, string Name), (TaskHeader? WithId, TaskHeader? WithoutId)>();
        foreach (var task in tasks)
        {
            if (task.Id is { } id)
            {
                if (byId.TryGetValue(id, out var first))
                {
                    yield return Report(task, task.IdPlace, TaskFields.Id,
                        $"the task with the ID '{Excerpt.Of(task.ShownId!)}' is declared already, {At(first)}", first);
                    continue;
                }

                byId.Add(id, task);
            }

            var space = spaces.Of(task, out var isUncertain);
            if (isUncertain || task.IsIdUncertain || task.Name is not { } name)
                continue;
            byName.TryGetValue((space, name), out var earlier);
            // With two IDs that differ, they are two tasks of one name.
            var other = earlier.WithoutId ?? (task.Id is null ? earlier.WithId : null);
            if (other is not null)
                yield return Report(task, task.Place, TaskFields.Name,
                    $"the task '{Excerpt.Of(task.ShownName!)}' is declared already, {At(other)}", other);
            byName[(space, name)] = task.Id is null
                ? (earlier.WithId, earlier.WithoutId ?? task)
                : (earlier.WithId ?? task, earlier.WithoutId);
        }
    }

    private Finding Report(TaskHeader task, Place place, FieldSpec field, string message, TaskHeader other) =>
        new(this, place, message) { Task = task.ShownName ?? task.ShownId, Path = FieldPath.Root.Field(field.Name), Related = [other.Place] };

    private static string At(TaskHeader task) =>
        task.Place is { IsKnown: true } place ? $"at {place.LineText}" : "before";
}
