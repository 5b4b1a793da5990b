using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4013: a judge that is to choose a label, and no labels.</summary>
public sealed class ChoicesToChooseFrom() : TaskRule("ATL4013", Severity.Error, "classification_choices is empty")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { Type: ExperimentTypes.TemplateEvaluation } run)
            yield break;
        var choices = run.View[RunConfigurationFields.ClassificationChoices];
        if (choices is { IsKnown: true, Node: MappingNode, Entries.Count: 0 })
        {
            yield return Report(task, choices.Head, choices.Path,
                "'classification_choices' is empty; give the labels that the judge may choose, with their scores, or leave the field out");
        }
    }
}
