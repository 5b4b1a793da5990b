using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3012: a task runs one custom code evaluator at most; the API answers 422 to a second.</summary>
public sealed class OneCustomCodeEvaluator() : EvaluatorRule("ATL3012", Severity.Error, "More than one custom code evaluator on one task")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        AttachedEvaluator? first = null;
        foreach (var evaluator in evaluators.Where(evaluator => evaluator.Version is { IsCustomCode: true }))
        {
            if (first is null)
                first = evaluator;
            else
                yield return Report(evaluator,
                    $"'{evaluator.Label}' runs custom code, as '{first.Label}' does; a task takes one custom code evaluator");
        }
    }
}
