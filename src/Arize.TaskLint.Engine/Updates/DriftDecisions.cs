using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>What a person decided of each difference.</summary>
internal sealed class DriftDecisions
{
    private readonly Dictionary<(TaskDeclaration Task, FieldPath Path), DriftDecision> all = [];

    /// <summary>Asks about each difference that counts, until the person has had enough.</summary>
    /// <param name="tasks">The results of all tasks.</param>
    /// <param name="isAccepted">Whether a difference is accepted already.</param>
    /// <param name="mayAccept">Whether the settings let a team accept drift.</param>
    internal static DriftDecisions Ask(
        DriftPrompt prompt, IEnumerable<TaskResult> tasks, Func<TaskDeclaration, Change, bool> isAccepted, bool mayAccept)
    {
        var decisions = new DriftDecisions();
        foreach (var result in tasks.Where(one => one.Status == SyncStatus.Drifted))
        {
            foreach (var change in result.Changes.Where(change => change.IgnoredBy is null && !isAccepted(result.Task, change)))
            {
                var decision = prompt.Ask(result.Task, change, mayAccept);
                if (decision.Choice == DriftChoice.Quit)
                    return decisions;
                decisions.all[(result.Task, change.Path)] = decision;
            }
        }

        return decisions;
    }

    /// <summary>Whether a difference has a choice.</summary>
    internal bool Is(TaskDeclaration task, Change change, DriftChoice choice) =>
        all.TryGetValue((task, change.Path), out var decision) && decision.Choice == choice;

    /// <summary>The differences of a task that are accepted, as entries.</summary>
    internal IReadOnlyList<IgnoreEntry> AcceptedOf(TaskDeclaration task) =>
    [
        .. all.Where(one => ReferenceEquals(one.Key.Task, task) && one.Value.Choice == DriftChoice.Accept)
            .Select(one => new IgnoreEntry(one.Key.Path.ToString(), one.Value.Reason, null, one.Value.Until)),
    ];
}
