using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5004: documented, and reported by users to match nothing.</summary>
public sealed class SpanKindByItsAttribute() : FilterRule("ATL5004", Severity.Suggestion, "span_kind in a query filter")
{
    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task) =>
        // A dataset may have a column of any name.
        task.IsOffProject ? [] : filter.Terms
            .SelectMany(FilterWalk.Operands)
            .OfType<ColumnOperand>()
            .Where(column => column is { Name: FilterColumns.BareSpanKind, Form: not ColumnForm.Path })
            .Select(column => new FilterProblem(column.Start, column.End,
                $"users report that '{FilterColumns.BareSpanKind}' matches nothing; use '{FilterColumns.SpanKind}'"));
}
