using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3017: an evaluator that judges whole traces or sessions, and a filter that keeps one kind of their spans.</summary>
public sealed class FilterLeavesWholeTraces()
    : EvaluatorRule("ATL3017", Severity.Suggestion, "An evaluator of TRACE or SESSION scope under a filter on one span kind")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        // A dataset may have a column of any name, with any values.
        if (task.IsOffProject)
            yield break;
        var ofTask = new Lazy<string?>(() => KindIn(task.QueryFilter));
        foreach (var evaluator in evaluators)
        {
            if (evaluator.Version is not { Scope: (EvaluatorScope.Trace or EvaluatorScope.Session) and var scope })
                continue;
            var own = KindIn(evaluator.Reference.Declared.QueryFilter);
            if ((own ?? ofTask.Value) is not { } kind)
                continue;
            yield return Report(evaluator,
                $"'{evaluator.Label}' judges whole {(scope == EvaluatorScope.Trace ? "traces" : "sessions")}, "
                    + $"and {(own is null ? "the task's filter" : "its filter")} keeps spans of one kind, '{Excerpt.Of(kind)}'; "
                    + "it may find nothing to judge");
        }
    }

    // The one span kind that a filter keeps, or null.
    private static string? KindIn(FieldValue filter) => filter.Text is not { } text || string.IsNullOrWhiteSpace(text) ? null
        : FilterConditions.Of(FilterText.Parse(text))
            .OfType<OneOfTexts>()
            .FirstOrDefault(
                condition => IsOfKind(condition.Term) && condition.Texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1)?.Texts[0];

    private static bool IsOfKind(FilterTerm term) =>
        term is ComparisonTerm { Left: ColumnOperand { Name: FilterColumns.SpanKind or FilterColumns.BareSpanKind } }
            or InTerm { Operand: ColumnOperand { Name: FilterColumns.SpanKind or FilterColumns.BareSpanKind } };
}
