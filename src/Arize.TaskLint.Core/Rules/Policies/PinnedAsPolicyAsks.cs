using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;

namespace Arize.TaskLint.Core.Rules.Policies;

/// <summary>ATL8002: an evaluator runs in its latest version, but the team requires pinned versions.</summary>
public sealed class PinnedAsPolicyAsks()
    : PolicyRule("ATL8002", PolicyFields.RequirePinnedEvaluators, "An evaluator without a pinned version where the policy wants one")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => !task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, Policy policy)
    {
        foreach (var evaluator in UnpinnedEvaluator.Of(task))
            yield return Report(task, evaluator.Place, evaluator.Path,
                $"{evaluator.Called} is not pinned to a version, which {Asked(policy)} requires");
    }
}
