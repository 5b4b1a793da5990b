namespace Arize.TaskLint.Core.Filters;

/// <summary>The terms that the parts of a condition form, and their problems.</summary>
internal static class FilterShape
{
    // Words that may follow a value in some dialect.
    private static readonly string[] Trailing = ["ESCAPE", "COLLATE", "AS", "THEN", "ELSE", "END", "WHEN", "FROM", "USING"];

    /// <summary>The term of a condition.</summary>
    /// <param name="items">Its parts, one or more.</param>
    internal static FilterTerm TermOf(IReadOnlyList<FilterItem> items)
    {
        if (items[0].Operand is not { } left)
            return new OpaqueTerm(items);
        if (items.Count == 1)
            return left is GroupOperand { Only: { } only } ? only : new OperandTerm(left);
        var isNegated = items[1].Is("NOT");
        var i = isNegated ? 2 : 1;
        var rest = items.Count - i;
        left = Unwrapped(left);
        if (rest == 2 && items[i].IsBinary && items[i + 1].Operand is { } right)
        {
            if (items[i].Is("IN"))
                return right is GroupOperand list ? new InTerm(left, isNegated, list) : new OpaqueTerm(items);
            if (items[i].Is("IS"))
                return !isNegated && right is ConstantOperand { IsNull: true } ? new NullTerm(left, false, right.End) : new OpaqueTerm(items);
            if (items[i].Text is "LIKE" or "ILIKE" or "CONTAINS" || (!isNegated && items[i].Text != "BETWEEN"))
                return new ComparisonTerm(left, isNegated ? $"NOT {items[i].Text}" : items[i].Text, Unwrapped(right));
        }

        if (rest == 3 && !isNegated && items[1].Is("IS") && items[2].Is("NOT") && items[3].Operand is ConstantOperand { IsNull: true } none)
            return new NullTerm(left, true, none.End);
        if (rest == 4 && items[i].Is("BETWEEN") && items[i + 1].Operand is { } low && items[i + 2].Is("AND") && items[i + 3].Operand is { } high)
            return new BetweenTerm(left, isNegated, Unwrapped(low), Unwrapped(high));
        return new OpaqueTerm(items);
    }

    /// <summary>Why no dialect could mean a condition.</summary>
    /// <param name="items">Its parts, one or more.</param>
    internal static IEnumerable<FilterProblem> ProblemsOf(IReadOnlyList<FilterItem> items)
    {
        // One operand, or one comparison, has nothing wrong with it but what may be in its brackets.
        if (items.Count == 1)
            return items[0].Operand is null && items[0].IsBinary ? [HasNothing(items[0], "left")] : EmptyGroup(items, 0) is { } empty ? [empty] : [];
        var found = new List<FilterProblem>();
        var lastAnd = items.Count - 1;
        while (lastAnd >= 0 && !items[lastAnd].Is("AND"))
            lastAnd--;
        for (var i = 0; i < items.Count; i++)
        {
            if (EmptyGroup(items, i) is { } empty)
                found.Add(empty);
            else if (Binary(items, i, lastAnd) is { } lonely)
                found.Add(lonely);
            else if (Follower(items, i) is { } follower)
                return [.. found, new FilterProblem(follower.Start, follower.End, $"'{Excerpt.Of(follower.Text)}' follows without AND or OR")];
        }

        return found;
    }

    private static FilterOperand Unwrapped(FilterOperand operand)
    {
        var inner = operand;
        while (inner is GroupOperand { Only: OperandTerm { Operand: var next } })
            inner = next;
        return ReferenceEquals(inner, operand) ? operand : inner with { Start = operand.Start, End = operand.End };
    }

    private static FilterProblem HasNothing(FilterItem item, string side) => new(item.Start, item.End, $"'{item.Text}' has nothing to its {side}");

    private static FilterProblem? EmptyGroup(IReadOnlyList<FilterItem> items, int i)
    {
        if (items[i].Operand is not GroupOperand { Terms.Count: 0, Open: var open } group)
            return null;
        if (i > 0 && items[i - 1].Is("IN"))
            return new FilterProblem(group.Start, group.End, "the IN list is empty");
        return open == '(' ? new FilterProblem(group.Start, group.End, "there is nothing between its parentheses") : null;
    }

    // An operator without an operand. Symbols that are not comparisons may be operators of a dialect, and count as operands.
    private static FilterProblem? Binary(IReadOnlyList<FilterItem> items, int i, int lastAnd)
    {
        var item = items[i];
        var isLast = i == items.Count - 1;
        if (item.Is("NOT") || item.Is("AND"))
            return isLast ? HasNothing(item, "right") : null;
        if (!item.IsBinary)
            return null;
        if (i == 0)
            return HasNothing(item, "left");
        if (isLast)
            return HasNothing(item, "right");
        var after = items[i + 1];
        if (item.Is("BETWEEN") && !after.Is("AND") && after.Operand is not GroupOperand && lastAnd < i)
            return new FilterProblem(item.Start, item.End, "'BETWEEN' needs two values with AND between them");
        if (after.Is("AND") || (after.IsBinary && !IsOneOperator(item, after)))
            return HasNothing(item, "right");
        return null;
    }

    // "> =" with a blank is one operator to some, and so may IS IN, IS LIKE be.
    private static bool IsOneOperator(FilterItem item, FilterItem after) =>
        item.Is("IS") || (item.Text + after.Text) is ">=" or "<=" or "<>";

    // A whole condition before, and the beginning of another one: a = 'x' b = 'y'.
    private static FilterItem? Follower(IReadOnlyList<FilterItem> items, int i)
    {
        var isGroup = i == 0 && items[0].Operand is GroupOperand { Only: not (null or OperandTerm or OpaqueTerm or MissingTerm) };
        var isComplete = isGroup
            || (i > 1 && (items[i - 1].IsBinary || items[i - 1].Is("AND")) && items[i].Operand is TextOperand or NumberOperand or ConstantOperand)
            || (i > 1 && items[i - 1].Is("IN") && items[i].Operand is GroupOperand)
            || (i > 2 && items[i - 1].Is("NOT") && items[i].Operand is ConstantOperand { IsNull: true });
        if (!isComplete || i + 1 >= items.Count || items[i + 1].Operand is null)
            return null;
        var begins = isGroup || items[i + 1].Operand is GroupOperand { Only: not (null or OperandTerm or OpaqueTerm or MissingTerm) }
            || (items[i + 1].Operand is ColumnOperand { Name: var name }
                && !Trailing.Contains(name, StringComparer.OrdinalIgnoreCase) && i + 2 < items.Count && BeginsOperator(items, i + 2));
        return begins ? items[i + 1] : null;
    }

    private static bool BeginsOperator(IReadOnlyList<FilterItem> items, int i) =>
        items[i].IsBinary || (items[i].Is("NOT") && i + 1 < items.Count && items[i + 1].IsBinary);
}
