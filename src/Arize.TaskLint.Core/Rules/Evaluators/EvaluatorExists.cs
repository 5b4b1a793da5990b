using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3008: the evaluator does not exist, or the key cannot see it; the API answers both alike.</summary>
public sealed class EvaluatorExists() : EvaluatorRule("ATL3008", Severity.Error, "The evaluator does not exist, or this key cannot see it")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            if (evaluator.Answer is EvaluatorAnswer.Missing { Reason: var reason })
                yield return Report(evaluator, reason);
        }
    }
}
