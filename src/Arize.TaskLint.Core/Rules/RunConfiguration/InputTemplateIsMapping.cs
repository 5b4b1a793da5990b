using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4006: an agent is sent a JSON object.</summary>
public sealed class InputTemplateIsMapping()
    : TaskRule("ATL4006", Severity.Error, "input_template is not a mapping", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        // With another type the field is not permitted at all, which ATL4004 reports.
        if (task.RunConfiguration is not { Type: ExperimentTypes.AgentCall or ExperimentTypes.None } run)
            yield break;
        var template = run.View[RunConfigurationFields.InputTemplate];
        if (template.State == ValueState.Invalid && template.Node is { } node and not MappingNode)
            yield return Report(task, template.Head, template.Path,
                $"'input_template' must be a mapping, the JSON object that the agent is sent, but is {node.Describe()}");
    }
}
