using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4002: an evaluation runs evaluators, and has no run configuration.</summary>
public sealed class ConfigurationOnlyOnRunExperiment()
    : TaskRule("ATL4002", Severity.Error, "run_configuration on any other task", new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsEvaluation && task.RunConfigurationField is { IsGiven: true, IsUncertain: false };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        yield return ReportKey(task, task.RunConfigurationField,
            "'run_configuration' belongs to a run_experiment task, and this is an evaluation; the API refuses it")
                .FixedBy(Removal.Of(task.View, task.RunConfigurationField));
    }
}
