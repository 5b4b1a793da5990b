using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3009: a template evaluation runs template evaluators, a code evaluation code evaluators.</summary>
public sealed class EvaluatorFitsTaskType() : EvaluatorRule("ATL3009", Severity.Error, "The evaluator's kind does not fit the task's type")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        var isTemplate = task.Type == TaskTypes.TemplateEvaluation;
        if (!isTemplate && task.Type != TaskTypes.CodeEvaluation)
            yield break;
        foreach (var evaluator in evaluators)
        {
            // Whether evaluators of other kinds fit is not documented.
            if (evaluator.Evaluator?.Kind == (isTemplate ? EvaluatorKind.Code : EvaluatorKind.Template))
            {
                yield return Report(evaluator, isTemplate
                    ? $"'{evaluator.Label}' is a code evaluator; "
                        + "a task of type TEMPLATE_EVALUATION runs template evaluators, CODE_EVALUATION code evaluators"
                    : $"'{evaluator.Label}' is a template evaluator; "
                        + "a task of type CODE_EVALUATION runs code evaluators, TEMPLATE_EVALUATION template evaluators");
            }
        }
    }
}
