using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2006: experiments belong to a dataset.</summary>
public sealed class ExperimentsOnlyOnDatasetTasks()
    : TaskRule("ATL2006", Severity.Error, "experiment_ids on a project task", new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        task.Experiments.Field is { IsGiven: true, IsUncertain: false } && task.DataSource == DataSources.Project && !task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var field = task.Experiments.Field;
        yield return ReportKey(task, field, $"'{field.Spec!.Word}' works on a dataset only, and this task is on a project; the API refuses it")
                .FixedBy(Removal.Of(task.View, field));
    }
}
