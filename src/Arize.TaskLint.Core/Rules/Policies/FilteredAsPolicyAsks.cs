using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Policies;

/// <summary>ATL8003: a continuous task judges all spans that the project receives, but the team requires a filter.</summary>
public sealed class FilteredAsPolicyAsks()
    : PolicyRule("ATL8003", PolicyFields.RequireQueryFilter, "A continuous task without a query_filter where the policy wants one")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        task.IsContinuous.Boolean == true && (!task.IsPartial || task.IsLive) && !task.IsRunExperiment && !task.IsOffProject
        && !task.MayBeFiltered && !task.HasMisspelt(TaskFields.QueryFilter, TaskFields.QueryFilters);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, Policy policy)
    {
        var place = task.QueryFilter.IsAbsent ? task.Place : task.QueryFilter.Head;
        yield return Report(task, place, task.View.PathOf(TaskFields.QueryFilter),
            $"a continuous task without a query_filter, which {Asked(policy)} requires");
    }
}
