using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3010: a pin to a version that is not the evaluator's; the API answers 422.</summary>
public sealed class PinnedVersionIsItsOwn() : EvaluatorRule("ATL3010", Severity.Error, "The pinned version is another evaluator's")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            // If the declaration leaves the pin open, the live task's pin is not its fault.
            if (evaluator.Answer is EvaluatorAnswer.ForeignVersion { Owner: var owner }
                && evaluator.Reference.Declared is { Version: { ShownText: { } version } pin })
            {
                yield return Report(evaluator, pin, owner is null
                    ? $"'{evaluator.Label}' has no version '{Excerpt.Of(version)}'; an evaluator is pinned to one of its own versions"
                    : $"the version '{Excerpt.Of(version)}' is one of '{Excerpt.Of(owner)}', not of '{evaluator.Label}'");
            }
        }
    }
}
