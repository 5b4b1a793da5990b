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
            foreach (var (left, value, beside) in Pairs(term))
            {
                if (MisreadValue.Of(left, value, beside, task.IsOffProject, task.DataSource == DataSources.Project) is { } message)
                    yield return new FilterProblem(value.Start, value.End, message);
            }
        }
    }

    // What is compared with what.
    private static IEnumerable<(FilterOperand Left, ColumnOperand Value, Beside Operator)> Pairs(FilterTerm term) => term switch
    {
        ComparisonTerm { Right: ColumnOperand value } comparison => [(comparison.Left, value, comparison.IsEquality ? Beside.Equality : char.IsLetter(comparison.Operator[0]) ? Beside.Pattern : Beside.Order)],
        InTerm list => list.Values.OfType<ColumnOperand>().Select(value => (list.Operand, value, Beside.Pattern)),
        BetweenTerm between => new[] { between.Low, between.High }.OfType<ColumnOperand>().Select(value => (between.Operand, value, Beside.Order)),
        _ => [],
    };
}
