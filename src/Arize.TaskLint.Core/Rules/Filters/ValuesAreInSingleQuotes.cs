using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Filters;

/// <summary>ATL5003: only single quotes make a text; without quotes or in double quotes it names a column, which no span has.</summary>
public sealed class ValuesAreInSingleQuotes()
    : FilterRule("ATL5003", Severity.Warning, "A value that looks unquoted or is in double quotes", new RuleTraits { HasFix = true })
{
    internal override IEnumerable<FilterProblem> ProblemsOf(FilterText filter, TaskDeclaration task)
    {
        var isOnProject = task.DataSource == DataSources.Project;
        foreach (var term in filter.Terms)
        {
            foreach (var (left, value, beside) in Pairs(term))
            {
                if (MisreadValue.Of(left, value, beside, task.IsOffProject, isOnProject) is { } problem)
                    yield return problem;
            }

            foreach (var (left, items, begin, beside) in Rows(term))
            {
                if (MisreadValue.Of(filter, left, items, begin, beside, isOnProject) is { } problem)
                    yield return problem;
            }
        }
    }

    // The operands of a comparison.
    private static IEnumerable<(FilterOperand Left, ColumnOperand Value, Beside Beside)> Pairs(FilterTerm term) => term switch
    {
        ComparisonTerm { Right: ColumnOperand value } comparison => [(comparison.Left, value, Besides(comparison.Operator))],
        InTerm list => list.Values.OfType<ColumnOperand>().Select(value => (list.Operand, value, Beside.Pattern)),
        BetweenTerm between => new[] { between.Low, between.High }.OfType<ColumnOperand>().Select(value => (between.Operand, value, Beside.Order)),
        // status_code is ERROR
        OpaqueTerm { Items: { Count: 3 } items }
            when items[1].Is("IS") && items[0].Operand is ColumnOperand left
                && items[2].Operand is ColumnOperand value && !DialectWords.Has(items[2]) =>
            [(left, value, Beside.Equality)],
        _ => [],
    };

    // An operand that is compared with several words in a row.
    private static IEnumerable<(FilterOperand Left, IReadOnlyList<FilterItem> Items, int Begin, Beside Beside)> Rows(FilterTerm term)
    {
        if (term is InTerm list)
            return list.List.Terms.OfType<OpaqueTerm>().Select(entry => (list.Operand, entry.Items, 0, Beside.Pattern));
        if (term is not OpaqueTerm { Items: var items } || items[0].Operand is not { } left)
            return [];
        var i = items.Count > 2 && items[1].Is("NOT") ? 2 : 1;
        return items[i].IsBinary && items[i].Text is not ("IN" or "IS" or "BETWEEN") ? [(left, items, i + 1, Besides(items[i].Text))] : [];
    }

    private static Beside Besides(string comparison) => comparison switch
    {
        "=" or "!=" or "==" or "<>" => Beside.Equality,
        _ when char.IsLetter(comparison[0]) => Beside.Pattern,
        _ => Beside.Order,
    };
}
