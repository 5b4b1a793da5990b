using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3003: one evaluator attached twice; the API refuses it.</summary>
public sealed class EvaluatorAttachedOnce() : Rule("ATL3003", Severity.Error, "One evaluator attached twice")
{
    /// <inheritdoc/>
    public override bool ChecksLive => true;

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => !task.IsRunExperiment && task.Evaluators.Objects.Count > 1;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var seen = new HashSet<(FieldSpec, string)>();
        foreach (var evaluator in task.EvaluatorList)
        {
            var reference = evaluator.Evaluator.Field;
            if (reference.Text is { } text && !seen.Add((reference.Spec!, text)))
            {
                yield return Report(task, reference.Place, $"evaluators[{text}].{reference.Spec!.Name}",
                    $"the evaluator '{Excerpt.Of(text)}' is attached already; the API refuses one evaluator twice");
            }
        }
    }
}
