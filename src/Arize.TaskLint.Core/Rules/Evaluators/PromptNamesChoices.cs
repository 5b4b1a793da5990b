using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>
/// ATL3018: a judge answers with the labels of its prompt; one that is written otherwise there than among the choices is no choice.
/// </summary>
public sealed class PromptNamesChoices() : EvaluatorRule(
    "ATL3018", Severity.Suggestion, "A label of the evaluator's choices that its prompt does not name, or names in another letter case")
{
    private const int MostShown = 10;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            if (evaluator.Version is not { Template: { } template, Choices: { Count: > 0 } choices })
                continue;
            var misfits = PromptLabels.Misfits(template, PlaceholderStyle.SingleBraces, choices);
            if (misfits.Count > 0)
            {
                var others = misfits.Count > MostShown ? $" and {misfits.Count - MostShown} more" : "";
                yield return Report(evaluator,
                    $"the prompt of '{evaluator.Label}' {string.Join(", ", misfits.Take(MostShown).Select(Shown))}{others}; "
                        + "the judge may answer what is none of its choices")
                    with
                { Content = string.Join("\n", misfits.Select(misfit => $"{misfit.Label}\0{misfit.Written}")) };
            }
        }
    }

    private static string Shown(LabelMisfit misfit) => misfit.Written is { } written
        ? $"writes the label '{Excerpt.Of(misfit.Label)}' as '{Excerpt.Of(written)}'"
        : $"does not name the label '{Excerpt.Of(misfit.Label)}'";
}
