using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>
/// ATL4014: a judge answers with the labels of its template; one that is written otherwise there than among the choices is no choice.
/// </summary>
public sealed class TemplateNamesChoices() : TaskRule(
    "ATL4014", Severity.Suggestion, "A label of classification_choices that the template does not name, or names in another letter case")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { Type: ExperimentTypes.TemplateEvaluation } run
            || run.View[RunConfigurationFields.TemplateText].Text is not { } template)
        {
            yield break;
        }

        var field = run.View[RunConfigurationFields.ClassificationChoices];
        var choices = field.Entries;
        if (choices.Count == 0 || string.IsNullOrWhiteSpace(template))
            yield break;
        var misfits = PromptLabels.Misfits(template, PlaceholderStyle.DoubleBraces, [.. choices.Select(choice => choice.Key.Text)])
            .ToDictionary(misfit => misfit.Label, StringComparer.Ordinal);
        foreach (var (key, _) in choices)
        {
            if (misfits.TryGetValue(key.Text, out var misfit))
            {
                yield return Report(task, key.Place, field.Path.Field(key.Text), misfit.Written is { } written
                    ? $"the template writes the label '{Excerpt.Of(key.Text)}' as '{Excerpt.Of(written)}'; "
                        + "the judge may answer what is none of its choices"
                    : $"the template does not name the label '{Excerpt.Of(key.Text)}', so the judge may never choose it");
            }
        }
    }
}
