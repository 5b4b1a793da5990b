using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3004: a continuous task whose results change their meaning when a new version of an evaluator is saved.</summary>
public sealed class EvaluatorsArePinned()
    : TaskRule("ATL3004", Severity.Silent, "A continuous task runs an evaluator that is not pinned to a version")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsContinuous.Boolean == true && !task.IsRunExperiment && !task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        foreach (var evaluator in UnpinnedEvaluator.Of(task))
            yield return Report(task, evaluator.Place, evaluator.Path,
                $"{evaluator.Called} is not pinned to a version, so a new version changes what this continuous task measures");
    }
}
