using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3001: an evaluation without an evaluator judges nothing; the API refuses it.</summary>
public sealed class EvaluationHasEvaluators()
    : TaskRule("ATL3001", Severity.Error, "An evaluation task without evaluators", new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsPartial && task.IsEvaluation && !task.Evaluators.IsGiven
        && !task.HasMisspelt(TaskFields.Evaluators);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var place = task.Evaluators.IsAbsent ? task.Place : task.Evaluators.Head;
        yield return Report(task, place, task.View.PathOf(TaskFields.Evaluators),
            $"an evaluation task needs at least one evaluator in '{TaskFields.Evaluators.Word}'")
                .FixedBy(FillIn.Add(task.View.Node, TaskFields.Evaluators));
    }
}
