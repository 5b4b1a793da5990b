using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>
/// ATL3008: the evaluator is neither in the live task nor in the space. One that the live task runs exists, whatever the API answers for it.
/// </summary>
public sealed class EvaluatorExists() : EvaluatorRule("ATL3008", Severity.Error, "The evaluator does not exist, or this key cannot see it")
{
    /// <inheritdoc/>
    public override bool IsAboutEvaluator => true;

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
