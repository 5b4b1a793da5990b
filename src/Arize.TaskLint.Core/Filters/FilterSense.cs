
namespace Arize.TaskLint.Core.Filters;

/// <summary>
/// Text that can be parsed but is not a condition: a value where a condition is expected, a comma outside of brackets, prose. The terms are kept, so
/// that such a filter can still be compared.
/// </summary>
internal static class FilterSense
{
    // This number of words in a row is prose, whatever a dialect means by one of them.
    private const int Prose = 5;

    /// <summary>The parts that make no sense.</summary>
    internal static IEnumerable<FilterProblem> ProblemsOf(FilterText filter)
    {
        if (filter.WellFormed is not { } root)
            return [];
        return Quoted(filter, root) is { } whole ? [whole]
            : Conditions(filter, root).SelectMany(condition => ProblemsOf(filter, condition))
                .Concat(filter.Terms.OfType<InTerm>().SelectMany(list => Commas(filter, list.List)));
    }

    // A condition that is joined with another one before it.
    private readonly record struct Condition(FilterTerm Term, FilterTerm? Before, string Word);

    // The positions in which a condition is expected.
    private static IEnumerable<Condition> Conditions(FilterText filter, FilterTerm root)
    {
        foreach (var term in filter.Terms)
        {
            if (ReferenceEquals(term, root) && term is not JoinedTerm)
                yield return new Condition(term, null, "");
            // || joins texts, too.
            if (term is JoinedTerm joined && (joined.Symbols is null || joined.Word == "AND"))
            {
                for (var i = 0; i < joined.Terms.Count; i++)
                    yield return new Condition(joined.Terms[i], i > 0 ? joined.Terms[i - 1] : null, joined.Word);
            }
            else if (term is NotTerm not)
            {
                yield return new Condition(not.Inner, null, "");
            }
        }
    }

    private static IEnumerable<FilterProblem> ProblemsOf(FilterText filter, Condition condition) => condition.Term switch
    {
        OperandTerm alone => ProblemOf(filter, alone, condition) is { } problem ? [problem] : [],
        OpaqueTerm { Items: var items } =>
            (Comma(filter, items) ?? Operator(filter, items) ?? ProseIn(filter, items)) is { } problem ? [problem] : [],
        _ => [],
    };

    // A filter in quotes, as it is copied from code.
    private static FilterProblem? Quoted(FilterText filter, FilterTerm root)
    {
        var text = root is not OperandTerm alone ? null : alone.Operand switch
        {
            TextOperand { Value: var value } => value,
            ColumnOperand { Form: ColumnForm.Quoted or ColumnForm.Backticks, Name: var name } => name,
            _ => null,
        };
        return text is not null && FilterText.Parse(text).WellFormed is ComparisonTerm or InTerm or BetweenTerm or NullTerm or JoinedTerm or NotTerm
            ? new FilterProblem(root.Start, root.End,
                $"the whole filter stands in quotes, which makes it one {(filter.Text[root.Start] == '\'' ? "text" : "name")}; "
                    + $"did you mean {Excerpt.Of(text)}")
            { Replacement = text }
            : null;
    }

    private static FilterProblem? ProblemOf(FilterText filter, OperandTerm alone, Condition condition)
    {
        (string? Text, bool IsCertain) Repeat(string value) => Repeated(filter, condition, value);
        var (what, (meant, isCertain)) = alone.Operand switch
        {
            TextOperand text => ($"the text {Excerpt.Of(text.Token.Text)}", Repeat(text.Token.Text)),
            NumberOperand { Value: not (0 or 1) } number => ($"the number {Excerpt.Of(number.Token.Text)}", Repeat(number.Token.Text)),
            ColumnOperand { Form: ColumnForm.Bare, Name: var name } when MisreadValue.IsWordFor(OperandOf(condition.Before), name) is { } word =>
                (name, Repeat($"'{word}'")),
            GroupOperand group when IsList(filter, group) =>
                (group.Open == '{' ? "what stands in braces" : "a list", Repeat(filter.Slice(group.Start, group.End))),
            CallOperand { Arguments: var arguments } call when FilterColumns.IsOfSpan(call.Name) && IsOfValues(arguments) =>
                ($"'{Excerpt.Of(call.Name)}' with a list behind it", ($"{call.Name} IN {filter.Slice(arguments.Start, arguments.End)}", true)),
            _ => (null, (null, false)),
        };
        if (what is null)
            return null;
        var advice = meant is null ? "" : $"; did you mean {Excerpt.Of(meant)}";
        return new FilterProblem(alone.Start, alone.End, $"{what} is no condition{advice}")
        { Replacement = isCertain ? meant : null };
    }

    // a = 'x' OR 'y': the author means the column and the operator to apply to the second value, too. If that would be true for all rows or for none,
    // as in a = 'x' AND 'y', IN or NOT IN is meant.
    private static (string? Text, bool IsCertain) Repeated(FilterText filter, Condition condition, string value)
    {
        var isList = value[0] is '(' or '[' or '{';
        var isOr = condition.Word == "OR";
        switch (Last(condition.Before))
        {
            case ComparisonTerm { Left: ColumnOperand left, Operator: var symbol, Right: var right } when !isList:
                var column = FilterWriter.Write(left);
                var isEqual = symbol is "=" or "==" or "===";
                if (!isEqual && symbol is not ("!=" or "!==" or "<>"))
                    return (isOr ? $"{column} {symbol} {value}" : null, false);
                return isEqual == isOr
                    ? ($"{column} {symbol} {value}", true)
                    : ($"{column} {(isEqual ? "" : "NOT ")}IN ({filter.Slice(right.Start, right.End)}, {value})", false);
            case InTerm { Operand: ColumnOperand left, IsNegated: var isNegated } when value[0] == '(':
                return isNegated != isOr ? ($"{FilterWriter.Write(left)} {(isNegated ? "NOT " : "")}IN {value}", true) : (null, false);
            default:
                return (null, false);
        }
    }

    private static FilterOperand? OperandOf(FilterTerm? before) => Last(before) is ComparisonTerm comparison ? comparison.Left : null;

    // AND goes before OR.
    private static FilterTerm? Last(FilterTerm? before) => before is JoinedTerm { Terms: var terms } ? terms[terms.Count - 1] : before;

    private static bool IsList(FilterText filter, GroupOperand group) => group.Open switch
    {
        '(' => group.Terms.Count > 1 || group.HasTrailingComma,
        '[' => true,
        _ => filter.Text.IndexOf(':', group.Start, group.End - group.Start) >= 0,
    };

    private static bool IsOfValues(GroupOperand group) =>
        group.Terms.Count > 0 && group.Terms.All(term => term is OperandTerm { Operand: TextOperand or NumberOperand });

    private static FilterProblem? Comma(FilterText filter, IReadOnlyList<FilterItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].Is(","))
                continue;
            if (Number(filter, items, i) is { } number)
                return number;
            return new FilterProblem(items[i].Start, items[i].End,
                "',' joins nothing outside of brackets; did you mean 'AND', or a list in parentheses");
        }

        return null;
    }

    // 10,000 and 0,5.
    private static FilterProblem? Number(FilterText filter, IReadOnlyList<FilterItem> items, int comma)
    {
        if (comma == 0 || !IsDigits(items[comma - 1], filter))
            return null;
        var last = comma - 1;
        // A number with a nought before its comma has no thousands.
        var isFraction = filter.Slice(items[last].Start, items[last].End) is "0" or "-0" or "+0";
        var isThousands = !isFraction;
        while (last + 2 < items.Count && items[last + 1].Is(",") && IsDigits(items[last + 2], filter)
            && items[last + 1].Start == items[last].End && items[last + 2].Start == items[last + 1].End)
        {
            last += 2;
            isThousands &= items[last].End - items[last].Start == 3;
        }

        if (last < comma)
            return null;
        var (start, end) = (items[comma - 1].Start, items[last].End);
        var meant = isThousands ? filter.Slice(start, end).Replace(",", "") : last == comma + 1 ? filter.Slice(start, end).Replace(',', '.') : null;
        var advice = meant is null ? "" : $"; did you mean {Excerpt.Of(meant)}";
        return new FilterProblem(start, end, $"{Excerpt.Of(filter.Slice(start, end))} is several numbers with commas between them{advice}")
        { Replacement = meant, NeedsDecision = !isThousands && !isFraction };
    }

    // A row of operands that no dialect gives a meaning, because the operator between them is missing or invalid.
    private static FilterProblem? Operator(FilterText filter, IReadOnlyList<FilterItem> items)
    {
        var value = items[items.Count - 1];
        if (items[0].Operand is null || value.Operand is null)
            return null;
        var isComparison = value.Operand is TextOperand or NumberOperand;
        var isOfSpan = IsOfSpan(items[0]);
        if (items.Count == 2 && isOfSpan && isComparison)
            return new FilterProblem(items[0].Start, value.End,
                $"there is no operator between '{Excerpt.Of(filter.Slice(items[0].Start, items[0].End))}' "
                    + $"and {Excerpt.Of(filter.Slice(value.Start, value.End))}");
        if (items.Count == 3 && isOfSpan && isComparison && items[1].Is("!"))
            return new FilterProblem(items[1].Start, items[1].End, "'!' compares nothing; did you mean '!='");
        if (items.Count == 4 && isComparison && items[1].Is("=") && items[2].Is("!") && items[2].Start == items[1].End)
            return new FilterProblem(items[1].Start, items[2].End, "'=!' is no operator; did you mean '!='") { Replacement = "!=" };
        if (items.Count == 4 && items[1].Is("NOT") && items[2].IsBinary && !char.IsLetter(items[2].Text[0]))
        {
            var isEquality = items[2].Text is "=" or "==";
            var written = filter.Slice(items[1].Start, items[2].End);
            return new FilterProblem(items[1].Start, items[2].End,
                $"'{Excerpt.Of(written)}' is no operator{(isEquality ? "; did you mean '!='" : "")}")
            { Replacement = isEquality ? "!=" : null };
        }

        return null;
    }

    // Entries of a list without a comma between them; on two lines, SQL takes them for one text.
    private static IEnumerable<FilterProblem> Commas(FilterText filter, GroupOperand list)
    {
        foreach (var entry in list.Terms)
        {
            if (entry is OpaqueTerm { Items: { Count: 2 } items } && items.All(item => item.Operand is TextOperand or NumberOperand)
                && filter.Text.IndexOf('\n', items[0].End, items[1].Start - items[0].End) < 0)
            {
                yield return new FilterProblem(items[0].Start, items[1].End,
                    $"there is no comma between {Excerpt.Of(filter.Slice(items[0].Start, items[0].End))} "
                        + $"and {Excerpt.Of(filter.Slice(items[1].Start, items[1].End))}");
            }
        }
    }

    private static bool IsDigits(FilterItem item, FilterText filter)
    {
        for (var i = item.Start; i < item.End; i++)
        {
            if (filter.Text[i] is not (>= '0' and <= '9') && !(i == item.Start && filter.Text[i] is '-' or '+'))
                return false;
        }

        return item.Operand is not null;
    }

    // Words in a row without an operator of any dialect: "Span kind is LLM", "only the failed ones please".
    private static FilterProblem? ProseIn(FilterText filter, IReadOnlyList<FilterItem> items)
    {
        var hasDialect = items.Any(DialectWords.Has) || items.Any(item => item.Operand is null && !char.IsLetter(item.Text[0]) && !item.IsBinary);
        for (var i = 0; i < items.Count;)
        {
            var begin = i;
            while (i < items.Count && IsWord(items[i]))
                i++;
            var count = i - begin;
            var before = begin > 0 ? items[begin - 1] : default;
            var isBehindComparison = begin > 0 && before.Operand is null && !before.Is("IS") && !before.Is("NOT");
            if (!isBehindComparison && (count >= Prose ? !items.Any(DialectWords.HasClauses) : count > 1 && !hasDialect && IsProse(items, begin, i)))
            {
                var words = filter.Slice(items[begin].Start, items[i - 1].End);
                var meant = begin == 0 && FilterColumns.Meant(words)?.Name is { } column ? $"; did you mean {column}" : "";
                return new FilterProblem(items[begin].Start, items[i - 1].End,
                    $"'{Excerpt.Of(words)}' are words without an operator between them{meant}")
                { Certainty = Certainty.Likely };
            }

            i = Math.Max(i, begin + 1);
        }

        return null;
    }

    // Of three words in a row the second might be an operator; otherwise an operator is not possible.
    private static bool IsProse(IReadOnlyList<FilterItem> items, int begin, int end)
    {
        var count = end - begin;
        if (begin > 0)
            return items[begin - 1].Operand is null;
        if (end < items.Count && items[end].Operand is null)
            return true;
        return end == items.Count && count != 3 ? !IsOfSpan(items[0]) || count > 3 : end == items.Count && !IsOfSpan(items[0]) && !IsOfSpan(items[2]);
    }

    private static bool IsOfSpan(FilterItem item) => item.Operand is ColumnOperand { Name: var name } && FilterColumns.IsOfSpan(name);

    private static bool IsWord(FilterItem item) => item.Operand is ColumnOperand { Form: ColumnForm.Bare, Name: var name } && char.IsLetter(name[0]);
}
