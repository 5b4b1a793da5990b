using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2009: a run_experiment task makes an experiment; it judges none, and filters no spans.</summary>
public sealed class NothingToJudgeOnRunExperiment() : Rule("ATL2009", Severity.Error, "experiment_ids, query_filter or query_filters on a run_experiment task")
{
    /// <inheritdoc/>
    public override bool ChecksLive => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (!task.IsRunExperiment)
            yield break;
        foreach (var field in new[] { task.Experiments.Field, task.QueryFilter, task.QueryFilters })
        {
            // A blank filter is no filter.
            if (field.IsGiven && field.Text?.Length != 0)
                yield return ReportKey(task, field, $"'{field.Spec!.Name}' has no place on a run_experiment task; the API refuses it");
        }
    }
}
