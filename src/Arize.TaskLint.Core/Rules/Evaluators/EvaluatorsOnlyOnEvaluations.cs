using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3002: a run_experiment task judges nothing.</summary>
public sealed class EvaluatorsOnlyOnEvaluations()
    : TaskRule("ATL3002", Severity.Error, "Evaluators on a run_experiment task", new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment && task.Evaluators is { IsGiven: true, IsUncertain: false };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        yield return ReportKey(task, task.Evaluators, $"'{task.Evaluators.Spec!.Word}' has no place on a run_experiment task; the API refuses it")
                .FixedBy(Removal.Of(task.View, task.Evaluators));
    }
}
