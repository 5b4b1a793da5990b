
namespace Arize.TaskLint.Core.Filters;

/// <summary>
/// Finds syntax of other query languages that shows in the parsed terms only: Python's <c>in</c>, its lists and methods, operators in words.
/// </summary>
internal static class ForeignTerms
{
    // Methods of texts in Python and JavaScript.
    private static readonly Dictionary<string, string> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["contains"] = "CONTAINS",
        ["includes"] = "CONTAINS",
        ["find"] = "CONTAINS",
        ["startswith"] = "LIKE",
        ["endswith"] = "LIKE",
        ["lower"] = "lower(…)",
        ["upper"] = "upper(…)",
        ["toLowerCase"] = "lower(…)",
        ["toUpperCase"] = "upper(…)",
    };

    /// <summary>The findings within a term.</summary>
    internal static IEnumerable<FilterProblem> In(FilterText filter)
    {
        foreach (var (term, isInCall) in filter.TermsWithCalls)
        {
            if (OfTerm(filter, term, isInCall) is { } problem)
                yield return problem;
            foreach (var call in FilterWalk.Operands(term).OfType<CallOperand>())
            {
                if (OfCall(call) is { } method)
                    yield return method;
            }
        }
    }

    private static FilterProblem? OfTerm(FilterText filter, FilterTerm term, bool isInCall) => term switch
    {
        InTerm { List: { Open: not '(', Terms.Count: > 0 } list } => List(filter, list),
        InTerm { List: { HasTrailingComma: true, Terms.Count: > 0 } list } => TrailingComma(filter, list),
        // POSITION('a' IN name): between a function's brackets, SQL has words of its own.
        OpaqueTerm { Items: var items } when isInCall && items.Any(item => item.Is("IN")) => null,
        OpaqueTerm { Items: var items } => OfItems(filter, items),
        _ => null,
    };

    // ['a', 'b'], which this language may take as well.
    private static FilterProblem List(FilterText filter, GroupOperand list)
    {
        var meant = $"({filter.Slice(list.Start + 1, list.End - 1).Trim()})";
        return new FilterProblem(list.Start, list.End,
            $"a list in '{list.Open}' is another language's; did you mean {Excerpt.Of(meant)}")
        { Certainty = Certainty.Possible };
    }

    private static FilterProblem TrailingComma(FilterText filter, GroupOperand list)
    {
        var content = filter.Slice(list.Start, list.End - 1).TrimEnd();
        var meant = content.Substring(0, content.Length - 1).TrimEnd() + ")";
        return new FilterProblem(list.Start, list.End,
            $"a comma at the end of a list is Python's; did you mean {Excerpt.Of(meant)}")
        { Replacement = meant };
    }

    private static FilterProblem? OfItems(FilterText filter, IReadOnlyList<FilterItem> items)
    {
        var isNegated = items.Count == 4 && items[1].Is("NOT");
        if (items.Count != 3 && !isNegated)
            return null;
        var (left, middle, right) = (items[0], items[items.Count - 2], items[items.Count - 1]);
        if (middle.Is("IN") && left.Operand is TextOperand && right.Operand is ColumnOperand column)
        {
            var meant = $"{FilterWriter.Write(column)} {(isNegated ? "NOT " : "")}CONTAINS {filter.Slice(left.Start, left.End)}";
            return new FilterProblem(left.Start, right.End,
                $"'{middle.Text}' with a text before it is Python's; did you mean {Excerpt.Of(meant)}")
            { Replacement = meant };
        }

        if (middle.Is("IN") && left.Operand is ColumnOperand && right.Operand is TextOperand or NumberOperand)
        {
            var meant = $"({filter.Slice(right.Start, right.End)})";
            return new FilterProblem(right.Start, right.End,
                $"'IN' takes a list in parentheses; did you mean {Excerpt.Of(meant)}")
            { Replacement = meant };
        }

        if (DialectWords.OperatorOf(middle) is { } symbol && !isNegated && left.Operand is not null && right.Operand is not null)
            return new FilterProblem(middle.Start, middle.End,
                $"'{filter.Slice(middle.Start, middle.End)}' is another language's; did you mean '{symbol}'")
            { Replacement = symbol };
        // SQLite compares with IS as well.
        return items.Count == 3 && middle.Is("IS") && left.Operand is ColumnOperand && right.Operand is TextOperand or NumberOperand
            ? new FilterProblem(middle.Start, middle.End, "'IS' asks for NULL alone; did you mean '='") { Certainty = Certainty.Possible }
            : null;
    }

    private static FilterProblem? OfCall(CallOperand call)
    {
        var dot = call.Name.LastIndexOf('.');
        if (dot <= 0 || !Methods.TryGetValue(call.Name.Substring(dot + 1), out var meant) || !FilterColumns.IsOfSpan(call.Name.Substring(0, dot)))
            return null;
        return new FilterProblem(call.Start, call.End,
            $"'{Excerpt.Of(call.Name.Substring(dot))}' is a method of another language; did you mean {meant}");
    }
}
