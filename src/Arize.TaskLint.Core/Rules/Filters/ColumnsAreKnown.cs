using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5007: a column that no span has, near to one that spans do have, or below no root: the filter matches nothing.</summary>
public sealed class ColumnsAreKnown()
    : FilterRule("ATL5007", Severity.Warning, "A column of a filter that is near a known one or lacks its root", new RuleTraits { HasFix = true })
{
    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task)
    {
        // A dataset may have a column of any name.
        if (task.IsOffProject)
            yield break;
        foreach (var column in filter.Terms.SelectMany(term => Columns(filter, term)))
        {
            if (column.Form == ColumnForm.Path || string.IsNullOrWhiteSpace(column.Name) || Meant(column, task) is not { } meant)
                continue;
            var written = FilterColumns.IsPlain(meant.Name) ? meant.Name : $"\"{meant.Name.Replace("\"", "\"\"")}\"";
            yield return new FilterProblem(column.Start, column.End,
                $"'{Excerpt.Of(column.Name)}' is no column of a span that is known; did you mean '{Excerpt.Of(meant.Name)}'")
            {
                Certainty = meant.IsCertain ? Certainty.Certain : Certainty.Possible,
                Replacement = meant.IsCertain ? written : null,
            };
        }
    }

    private static MeantColumn? Meant(ColumnOperand column, TaskDeclaration task)
    {
        var name = column.Name;
        var isOnProject = task.DataSource == DataSources.Project;
        if (column.Form == ColumnForm.Bare && HasBlank(name))
        {
            var whole = string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
            return new MeantColumn(ColumnSpelling.Of(whole, isOfSpan: true, needsRoot: isOnProject)?.Meant ?? whole, IsCertain: true);
        }

        var spelling = ColumnSpelling.Of(name, isOfSpan: true, needsRoot: isOnProject);
        if (spelling is { Fault: not (ColumnFault.Braces or ColumnFault.JsonPath), Meant: { } meant })
        {
            // Whether the filters of traces and sessions need the root is not documented.
            var isCertain = task.QueryFilters.Object is null || ColumnSpelling.Of(name, isOfSpan: true, needsRoot: false) is not null;
            return new MeantColumn(meant, isCertain);
        }

        return isOnProject ? FilterColumns.Meant(name) : null;
    }

    private static bool HasBlank(string name)
    {
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c))
                return true;
        }

        return false;
    }

    // The compared operand is a column. A single word in place of a value is more likely a value, which another rule reports.
    private static IEnumerable<ColumnOperand> Columns(FilterText filter, FilterTerm term) => term switch
    {
        ComparisonTerm { Left: ColumnOperand left } comparison => [left, .. Certain([comparison.Right])],
        ComparisonTerm { Right: ColumnOperand right, Left: TextOperand or NumberOperand } => [right],
        InTerm { Operand: ColumnOperand column } => [column],
        BetweenTerm { Operand: ColumnOperand column } between => [column, .. Certain([between.Low, between.High])],
        NullTerm { Operand: ColumnOperand column } => [column],
        OpaqueTerm { Items: var items } => Certain(Joined(filter, items)),
        _ => Certain(FilterWalk.Operands(term)),
    };

    // attributes..input.value and attributes. input.value are several words in the language, but are meant as one column.
    private static IEnumerable<FilterOperand> Joined(FilterText filter, IReadOnlyList<FilterItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Operand is not { } operand)
                continue;
            var last = i;
            while (last + 1 < items.Count
                && (items[last + 1].Is(".") || (items[last].Is(".") && items[last + 1].Operand is ColumnOperand { Form: ColumnForm.Bare })))
            {
                last++;
            }

            if (last == i || operand is not ColumnOperand { Form: ColumnForm.Bare })
                yield return operand;
            else
                yield return new ColumnOperand(filter.Slice(items[i].Start, items[last].End), ColumnForm.Bare, items[i].Start, items[last].End);
            i = last;
        }
    }

    private static IEnumerable<ColumnOperand> Certain(IEnumerable<FilterOperand> operands) =>
        operands.OfType<ColumnOperand>().Where(column => column.Name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal)
            || (column.Name.IndexOf('.') > 0 && SpanAttributes.IsKnown(column.Name)));
}
