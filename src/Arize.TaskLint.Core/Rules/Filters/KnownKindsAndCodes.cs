using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5005: span kinds and status codes are few and in upper case; a filter on another one matches nothing.</summary>
public sealed class KnownKindsAndCodes() : FilterRule("ATL5005", Severity.Warning, "A span kind or status code that does not exist, or is in the wrong letter case")
{
    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task)
    {
        // A dataset may have a column of any name, with any values.
        if (task.IsOffProject || filter.WellFormed is not { } root)
            yield break;
        foreach (var (column, text) in FilterWalk.Terms(root).SelectMany(Pairs))
        {
            if (column.Form == ColumnForm.Path || FilterColumns.ValuesOf(column.Name) is not { } values || string.IsNullOrWhiteSpace(text.Value) || values.Contains(text.Value))
                continue;
            var noun = column.Name == FilterColumns.StatusCode ? "status code" : "span kind";
            var nearest = NearestName.Of(text.Value, values) ?? values.FirstOrDefault(value => text.Value.EndsWith($"_{value}", StringComparison.OrdinalIgnoreCase));
            var hint = nearest is not null ? $"; did you mean '{nearest}'" : $", which are {string.Join(", ", values)}";
            yield return new FilterProblem(text.Start, text.End, $"'{Excerpt.Of(text.Value)}' is none of the {noun}s{hint}");
        }
    }

    private static IEnumerable<(ColumnOperand Column, TextOperand Text)> Pairs(FilterTerm term) => term switch
    {
        ComparisonTerm { IsEquality: true, Left: ColumnOperand column, Right: TextOperand text } => [(column, text)],
        ComparisonTerm { IsEquality: true, Left: TextOperand text, Right: ColumnOperand column } => [(column, text)],
        InTerm { Operand: ColumnOperand column } list => list.Values.OfType<TextOperand>().Select(text => (column, text)),
        _ => [],
    };
}
