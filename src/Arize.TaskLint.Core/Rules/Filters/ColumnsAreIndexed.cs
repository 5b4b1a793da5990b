using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5008: custom attributes and LIKE, which users report to match nothing in the filter of a task.</summary>
public sealed class ColumnsAreIndexed()
    : FilterRule("ATL5008", Severity.Silent, "An attribute that may not be indexed for evaluation, or LIKE, in a task's filter")
{
    private const string OwnData = "metadata";

    internal override bool Concerns(TaskFilter filter) => !filter.IsOfEvaluator;

    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task)
    {
        if (task.IsOffProject)
            yield break;
        foreach (var term in filter.Terms)
        {
            foreach (var column in FilterWalk.Operands(term).OfType<ColumnOperand>().Where(IsOwn))
                yield return new FilterProblem(column.Start, column.End,
                    $"'{Excerpt.Of(column.Name)}' may not be indexed for evaluation; users report that such a filter matches nothing");
            if (term is ComparisonTerm { Operator: "LIKE" or "ILIKE" or "NOT LIKE" or "NOT ILIKE" })
                yield return new FilterProblem(term.Start, term.End,
                    "users report that LIKE in a task's filter matches nothing; CONTAINS or '=' may");
        }
    }

    private static bool IsOwn(ColumnOperand column)
    {
        var name = column.Name;
        if (IsBelow(name, OwnData))
            return true;
        if (!name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal))
            return false;
        var attribute = name.Substring(SpanAttributes.Root.Length);
        return IsBelow(attribute, OwnData) || (!SpanAttributes.IsKnown(attribute) && SpanAttributes.NearestTo(attribute) is null);
    }

    private static bool IsBelow(string name, string root) =>
        name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] is '.' or '[');
}
