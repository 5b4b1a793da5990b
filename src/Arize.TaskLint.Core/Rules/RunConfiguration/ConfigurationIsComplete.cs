using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4003: each experiment type has members that it cannot do without.</summary>
public sealed class ConfigurationIsComplete()
    : TaskRule("ATL4003", Severity.Error, "A member that its experiment_type requires is missing", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => !task.IsPartial && task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { } run)
            yield break;
        var typeField = run.View[RunConfigurationFields.ExperimentType];
        if ((typeField.State is ValueState.Absent or ValueState.None) && !task.HasMisspelt(RunConfigurationFields.ExperimentType))
        {
            yield return Report(task, typeField.IsAbsent ? run.View.Place : typeField.Head, run.View.PathOf(RunConfigurationFields.ExperimentType),
                $"a run configuration needs 'experiment_type': {string.Join(", ", RunConfigurationFields.ExperimentType.Enum!.Words)}");
        }

        foreach (var field in run.View.Spec.Fields)
        {
            if (!field.IsRequired || (field.ExperimentTypes & run.Type) == 0 || field == RunConfigurationFields.ExperimentType)
                continue;
            var byName = run.View.Spec.NameTwinOf(field);
            if (run.View[field].State is not (ValueState.Absent or ValueState.None) || (byName is not null && run.View[byName].IsGiven))
                continue;
            if (task.HasMisspelt(byName is null ? [field] : [field, byName]))
                continue;
            var names = byName is null ? $"'{field.Word}'" : $"'{field.Word}' or '{byName.Word}'";
            var place = run.View[field].IsAbsent ? typeField.Place : run.View[field].Head;
            yield return Report(task, place, run.View.PathOf(field), $"a run configuration of type {typeField.Text} needs {names}");
        }
    }
}
