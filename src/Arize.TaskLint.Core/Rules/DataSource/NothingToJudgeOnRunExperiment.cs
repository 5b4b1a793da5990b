using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2009: a run_experiment task creates an experiment. It neither judges experiments nor filters spans.</summary>
public sealed class NothingToJudgeOnRunExperiment()
    : TaskRule("ATL2009", Severity.Error, "experiment_ids, query_filter or query_filters on a run_experiment task",
        new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        foreach (var field in new[] { task.Experiments.Field, task.QueryFilter, task.QueryFilters })
        {
            if (field is { IsGiven: true, IsUncertain: false } && !SaysNone(field))
            {
                yield return ReportKey(task, field, $"'{field.Spec!.Word}' has no place on a run_experiment task; the API refuses it")
                    .FixedBy(Removal.Of(task.View, field));
            }
        }
    }

    // A blank filter is no filter, and neither is an empty list of filters.
    private static bool SaysNone(FieldValue field) =>
        (field.Text is { } text && string.IsNullOrWhiteSpace(text)) || (field.Node is { } node && Values.SaysNone(field.Spec!, node));
}
