using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1008: two declarations of one task; they may come to disagree, and each would call the other drift.</summary>
public sealed class TaskDeclaredOnce() : SetRule("ATL1008", Severity.Error, "The same task declared twice")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(IReadOnlyList<TaskDeclaration> tasks, SpaceSettings spaces)
    {
        var byId = new Dictionary<string, TaskDeclaration>(StringComparer.Ordinal);
        var byName = new Dictionary<(string? Space, string Name), (TaskDeclaration? WithId, TaskDeclaration? WithoutId)>();
        foreach (var task in tasks)
        {
            var id = task[TaskFields.Id];
            if (task.Id is { } own)
            {
                if (byId.TryGetValue(own, out var first))
                {
                    yield return Report(task, id.Place, id.Spec!.Name, $"the task with the ID '{own}' is declared already, {At(first)}");
                    continue;
                }

                byId.Add(own, task);
            }

            var space = spaces.Of(task, out var isUncertain);
            if (isUncertain || id.IsUncertain || task.Name is not { } name)
                continue;
            byName.TryGetValue((space, name), out var earlier);
            // With two IDs that differ, they are two tasks of one name.
            var other = earlier.WithoutId ?? (task.Id is null ? earlier.WithId : null);
            if (other is not null)
                yield return Report(task, task.Place, TaskFields.Name.Name, $"the task '{name}' is declared already, {At(other)}");
            byName[(space, name)] = task.Id is null
                ? (earlier.WithId, earlier.WithoutId ?? task)
                : (earlier.WithId ?? task, earlier.WithoutId);
        }
    }

    private static string At(TaskDeclaration task) =>
        task.Place is { IsKnown: true } place ? $"at {place.File!.Path}({place.StartPosition.Line})" : "before";
}
