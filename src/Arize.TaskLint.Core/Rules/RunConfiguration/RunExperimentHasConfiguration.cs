using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4001: an experiment that runs nothing.</summary>
public sealed class RunExperimentHasConfiguration()
    : TaskRule("ATL4001", Severity.Error, "A run_experiment task without run_configuration", new RuleTraits { ChecksLive = true, HasFix = true })
{
    // The commonest type, with what it requires.
    private static readonly NewMapping Configuration = FillIn.Required(RunConfigurationFields.Spec, ExperimentTypes.LlmGeneration);

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsPartial && task.IsRunExperiment && !task.RunConfigurationField.IsGiven
        && !task.HasMisspelt(TaskFields.RunConfiguration);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var place = task.RunConfigurationField.IsAbsent ? task.Place : task.RunConfigurationField.Head;
        yield return Report(task, place, task.View.PathOf(TaskFields.RunConfiguration),
            "a run_experiment task needs a 'run_configuration' that says what is run")
                .FixedBy(FillIn.Add(task.View.Node, TaskFields.RunConfiguration, Configuration));
    }
}
