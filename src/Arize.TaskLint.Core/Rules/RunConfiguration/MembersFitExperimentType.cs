using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4004: a member that another experiment type has.</summary>
public sealed class MembersFitExperimentType()
    : TaskRule("ATL4004", Severity.Error, "A member that belongs to another experiment_type", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { Type: not ExperimentTypes.None } run)
            yield break;
        foreach (var field in run.View.Present)
        {
            if ((field.Spec!.ExperimentTypes & run.Type) != 0 || !field.IsGiven || IsLeftAlone(field))
                continue;
            var owners = RunConfigurationFields.ExperimentType.Enum!.Words.Where((_, i) => ((int)field.Spec.ExperimentTypes & (1 << i)) != 0);
            yield return Report(task, field.KeyPlace, field.Path,
                $"'{field.Spec.Word}' belongs to {string.Join(" and ", owners)}, not to {run.View[RunConfigurationFields.ExperimentType].Text}");
        }
    }

    // An unknown value may be null, and one of the wrong kind is reported already, unless a rule for the right type would do that.
    private static bool IsLeftAlone(FieldValue field) =>
        field.State == ValueState.Unknown || (field.State == ValueState.Invalid && !field.Spec!.KindHasOwnRule);
}
