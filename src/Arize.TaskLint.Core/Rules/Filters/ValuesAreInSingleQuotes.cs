using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5003: only single quotes make a text; without quotes or in double quotes it names a column, which no span has.</summary>
public sealed class ValuesAreInSingleQuotes() : FilterRule("ATL5003", Severity.Warning, "A value that looks unquoted or is in double quotes")
{
    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task)
    {
        if (filter.WellFormed is not { } root)
            yield break;
        foreach (var term in FilterWalk.Terms(root))
        {
            foreach (var (left, value, isEquality) in Pairs(term))
            {
                if (MisreadValue.Of(left, value, isEquality, task.IsOffProject, task.DataSource == DataSources.Project) is { } message)
                    yield return new FilterProblem(value.Start, value.End, message);
            }
        }
    }

    // What is compared with what.
    private static IEnumerable<(FilterOperand Left, ColumnOperand Value, bool IsEquality)> Pairs(FilterTerm term) => term switch
    {
        ComparisonTerm { Right: ColumnOperand value } comparison => [(comparison.Left, value, comparison.IsEquality)],
        InTerm list => list.Values.OfType<ColumnOperand>().Select(value => (list.Operand, value, false)),
        BetweenTerm between => new[] { between.Low, between.High }.OfType<ColumnOperand>().Select(value => (between.Operand, value, true)),
        _ => [],
    };
}
