using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Filters;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Finds the continuous tasks that do nothing, by their last runs.</summary>
/// <param name="health">Judges a task.</param>
/// <param name="runs">The runs of the live tasks, by the ID of the task.</param>
public sealed class HealthCheck(TaskHealth health, IReadOnlyDictionary<string, LiveRuns> runs)
{
    // What users report to match nothing.
    private static readonly FilterRule[] Doubtful = [new SpanKindByItsAttribute(), new ColumnsAreIndexed()];

    /// <summary>What there is to say.</summary>
    /// <param name="cases">The declared tasks with their live sides.</param>
    public IReadOnlyList<Finding> Check(IReadOnlyList<TaskCase> cases)
    {
        var findings = new List<Finding>();
        var unknown = new SharedFindings();
        foreach (var one in cases)
        {
            if (one.Live is not LiveAnswer.Found { Task: var live } || !TaskHealth.Concerns(live)
                || live[TaskFields.Id].Text is not { } id || !runs.TryGetValue(id, out var known))
            {
                continue;
            }

            var task = one.Declared;
            if (known.Unknown is { } failure)
            {
                unknown.Add(task, Determined.Rule.Report(task, task.Place, null, Open(failure.Reason)), failure.Reason);
                continue;
            }

            switch (health.Of(live, known.Runs))
            {
                case HealthVerdict.Dead dead:
                    findings.Add(TaskIsAlive.Rule.Report(task, $"{dead.Message}{CauseOf(dead, live)}"));
                    break;
                case HealthVerdict.Unknown { Reason: var reason }:
                    findings.Add(Determined.Rule.Report(task, task.Place, null, Open(reason)));
                    break;
            }
        }

        return [.. findings, .. unknown.All];
    }

    private static string Open(string reason) => $"whether the live task still works is not known: {reason}";

    private static string CauseOf(HealthVerdict.Dead dead, ObjectView live)
    {
        if (dead.FindsNothing)
        {
            var task = new TaskDeclaration(live, isPartial: false) { IsLive = true };
            var doubt = Doubtful.Where(rule => rule.Concerns(task)).SelectMany(rule => rule.Check(task)).FirstOrDefault();
            if (doubt is not null)
                return $"; likely cause: its filter, of which {doubt.Rule.Id} says: {doubt.Message}";
        }

        return (dead.Cause ?? (dead.FindsNothing ? "its filter, or a project without new spans (they are indexed within one or two hours)" : null))
            is { } cause ? $"; likely cause: {cause}" : "";
    }
}
