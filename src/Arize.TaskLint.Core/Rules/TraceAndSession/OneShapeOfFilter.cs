using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.TraceAndSession;

/// <summary>ATL6001: the filter of spans and the filters of traces and sessions at once; the API refuses them.</summary>
public sealed class OneShapeOfFilter()
    : TaskRule("ATL6001", Severity.Error, "query_filter and query_filters together", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsRunExperiment
        && task.QueryFilter.Text is { } text && !string.IsNullOrWhiteSpace(text)
        && task.QueryFilters is { IsKnown: true, Node: { } filters } && !Values.SaysNone(TaskFields.QueryFilters, filters);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var second = task.QueryFilter.KeyPlace.Start > task.QueryFilters.KeyPlace.Start ? task.QueryFilter : task.QueryFilters;
        yield return ReportKey(task, second, "'query_filter' and 'query_filters' exclude each other; keep one of them");
    }
}
