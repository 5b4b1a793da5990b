using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>
/// ATL2007: the API's description requires experiments on a dataset evaluation. According to Arize, tasks without them work, so this is a warning.
/// </summary>
public sealed class DatasetEvaluationNamesExperiments() : TaskRule("ATL2007", Severity.Warning, "A dataset evaluation without experiment_ids")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsPartial && task.IsEvaluation && task.DataSource == DataSources.Dataset && !task.Experiments.IsGiven;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var experiments = task.Experiments;
        var place = experiments.IsDeclared ? experiments.Field.Head : task.Dataset.Field.Head;
        yield return Report(task, place, task.View.PathOf(TaskFields.ExperimentIds),
            "an evaluation on a dataset should name the experiments that it judges, in 'experiment_ids' or 'experiments'");
    }
}
