using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4005: an empty prompt.</summary>
public sealed class PromptIsNotEmpty()
    : TaskRule("ATL4005", Severity.Error, "No messages, or an empty template", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { } run)
            yield break;
        var messages = run.View[RunConfigurationFields.Messages];
        if (run.Type == ExperimentTypes.LlmGeneration && messages is { IsKnown: true, Node: ListNode { Items.Count: 0 } })
            yield return Report(task, messages.Head, messages.Path,
                $"'{messages.Spec!.Word}' is empty; the model needs at least one message");
        var template = run.View[RunConfigurationFields.TemplateText];
        if (run.Type == ExperimentTypes.TemplateEvaluation && template.Text is { } text && string.IsNullOrWhiteSpace(text))
            yield return Report(task, template.Head, template.Path, $"'{template.Spec!.Word}' is empty; the judge needs a prompt");
    }
}
