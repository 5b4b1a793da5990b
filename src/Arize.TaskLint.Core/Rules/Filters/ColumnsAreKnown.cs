using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5007: a column that no span has, near to one that spans do have, or below no root: the filter matches nothing.</summary>
public sealed class ColumnsAreKnown() : FilterRule("ATL5007", Severity.Warning, "A column of a filter that is near a known one or lacks its root")
{
    /// <inheritdoc/>
    public override bool HasFix => true;

    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task)
    {
        // A dataset may have a column of any name.
        if (task.IsOffProject || filter.WellFormed is not { } root)
            yield break;
        foreach (var column in FilterWalk.Terms(root).SelectMany(Columns))
        {
            if (column.Form == ColumnForm.Path || string.IsNullOrWhiteSpace(column.Name) || Meant(column.Name, task) is not { } meant)
                continue;
            var written = FilterColumns.IsPlain(meant.Name) ? meant.Name : $"\"{meant.Name.Replace("\"", "\"\"")}\"";
            yield return new FilterProblem(column.Start, column.End, $"'{Excerpt.Of(column.Name)}' is no column of a span that is known; did you mean '{Excerpt.Of(meant.Name)}'")
            {
                Severity = meant.IsCertain ? null : Severity.Suggestion,
                Replacement = meant.IsCertain ? written : null,
            };
        }
    }

    private static MeantColumn? Meant(string name, TaskDeclaration task)
    {
        var isOnProject = task.DataSource == DataSources.Project;
        return ColumnSpelling.Of(name, isOfSpan: true, needsRoot: isOnProject) is { Fault: not (ColumnFault.Braces or ColumnFault.JsonPath), Meant: { } meant }
            ? new MeantColumn(meant, IsCertain: true)
            : isOnProject ? FilterColumns.Meant(name)
            : null;
    }

    // What is compared is a column; a lone word in the place of a value is more likely a value, of which another rule speaks.
    private static IEnumerable<ColumnOperand> Columns(FilterTerm term) => term switch
    {
        ComparisonTerm { Left: ColumnOperand left } comparison => [left, .. Certain([comparison.Right])],
        ComparisonTerm { Right: ColumnOperand right, Left: TextOperand or NumberOperand } => [right],
        InTerm { Operand: ColumnOperand column } => [column],
        BetweenTerm { Operand: ColumnOperand column } between => [column, .. Certain([between.Low, between.High])],
        NullTerm { Operand: ColumnOperand column } => [column],
        _ => Certain(FilterWalk.Operands(term)),
    };

    private static IEnumerable<ColumnOperand> Certain(IEnumerable<FilterOperand> operands) =>
        operands.OfType<ColumnOperand>().Where(column => column.Name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal) || (column.Name.IndexOf('.') > 0 && SpanAttributes.IsKnown(column.Name)));
}
