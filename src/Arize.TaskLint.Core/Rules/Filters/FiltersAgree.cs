using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5006: an evaluator judges what both its own filter and the task's match, and nothing can match both.</summary>
public sealed class FiltersAgree() : TaskRule("ATL5006", Severity.Warning, "Task filter and evaluator filter contradict each other")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => TaskFilter.Of(task).Count > 0;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var shared = TaskFilter.Of(task).FirstOrDefault(filter => filter.Field.Spec == TaskFields.QueryFilter);
        var ofTask = shared is null ? [] : FilterConditions.Of(shared.Text).ToList();
        foreach (var filter in TaskFilter.Of(task))
        {
            foreach (var between in FilterConditions.Reversed(filter.Text))
            {
                var (low, high) = (filter.Text.Slice(between.Low.Start, between.Low.End), filter.Text.Slice(between.High.Start, between.High.End));
                var isTurned = between.IsNegated ? "so all are outside" : "so nothing can match";
                yield return Report(task, filter.PlaceOf(between.Low.Start, between.High.End), filter.Path,
                    $"BETWEEN takes the lower bound first, and {Excerpt.Of(low)} is above {Excerpt.Of(high)}, {isTurned}; "
                        + $"did you mean {Excerpt.Of(high)} AND {Excerpt.Of(low)}");
            }

            var own = filter == shared ? ofTask : FilterConditions.Of(filter.Text).ToList();
            if (FilterConditions.Conflict(own) is { } within)
                yield return Report(task, filter, within.Second, $"'{Excerpt.Of(Shown(filter, within.First))}' before it");
            else if (filter.IsOfEvaluator && shared is not null && FilterConditions.Conflict(ofTask, own) is { } between)
                yield return Report(task, filter, between.Second, $"'{Excerpt.Of(Shown(shared, between.First))}' in the task's filter");
        }
    }

    private Finding Report(TaskDeclaration task, TaskFilter filter, ColumnCondition condition, string other) =>
        Report(task, filter.PlaceOf(condition.Term.Start, condition.Term.End), filter.Path,
            $"'{Excerpt.Of(Shown(filter, condition))}' contradicts {other}: nothing can match both");

    private static string Shown(TaskFilter filter, ColumnCondition condition) => filter.Text.Slice(condition.Term.Start, condition.Term.End);
}
