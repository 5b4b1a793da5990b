using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2001: a task that reads from nowhere.</summary>
public sealed class DataSourceGiven()
    : TaskRule("ATL2001", Severity.Error, "Neither a project nor a dataset", new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsPartial && task.DataSource == DataSources.None
        && !task.HasMisspelt(TaskFields.ProjectId, TaskFields.Project, TaskFields.DatasetId, TaskFields.Dataset);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var dataset = $"'{TaskFields.DatasetId.Word}' or '{TaskFields.Dataset.Word}'";
        var wanted = task.IsRunExperiment
            ? $"a dataset: {dataset}"
            : $"a project ('{TaskFields.ProjectId.Word}' or '{TaskFields.Project.Word}') or a dataset ({dataset})";
        yield return Report(task, task.Place, null, $"the task needs {wanted}")
                .FixedBy(FixOf(task));
    }

    // Which of the two is needed follows from the rest of the task. If that is contradictory, only its author knows.
    private static AddEntry? FixOf(TaskDeclaration task)
    {
        var isSampled = task.SamplingRate.IsGiven || task.IsContinuous.IsGiven;
        var runs = task.IsRunExperiment || (task.Type == TaskTypes.None && task.RunConfigurationField.IsGiven);
        if (task[TaskFields.Type].IsUncertain || (isSampled && (runs ? task.Type == TaskTypes.None : task.Experiments.IsGiven)))
            return null;
        return FillIn.Add(task.View.Node, runs || task.Experiments.IsGiven
            ? FillIn.Choose(task.View, TaskFields.Dataset, TaskFields.DatasetId)
            : FillIn.Choose(task.View, TaskFields.Project, TaskFields.ProjectId));
    }
}
