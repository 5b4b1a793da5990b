namespace Arize.TaskLint.Core.Filters;

/// <summary>Visits all parts of a filter.</summary>
internal static class FilterWalk
{
    /// <summary>A term, and every term within it, in the order of the text, with whether it is a part of what a function is given.</summary>
    internal static IReadOnlyList<(FilterTerm Term, bool IsInCall)> Terms(FilterTerm root)
    {
        var terms = new List<(FilterTerm Term, bool IsInCall)>();
        var left = new Stack<(FilterTerm Term, bool IsInCall)>();
        left.Push((root, false));
        while (left.Count > 0)
        {
            var (term, isInCall) = left.Pop();
            terms.Add((term, isInCall));
            PushInside(left, term, isInCall);
        }

        return terms;
    }

    /// <summary>The operands of a term, those in calls and lists among them as terms of their own.</summary>
    internal static IReadOnlyList<FilterOperand> Operands(FilterTerm term) => term switch
    {
        ComparisonTerm comparison => [comparison.Left, comparison.Right],
        InTerm list => [list.Operand, list.List],
        BetweenTerm between => [between.Operand, between.Low, between.High],
        NullTerm isNull => [isNull.Operand],
        OperandTerm alone => [alone.Operand],
        OpaqueTerm opaque => [.. opaque.Items.Select(item => item.Operand).OfType<FilterOperand>()],
        _ => [],
    };

    // The last one first, so that the first one is on top.
    private static void PushInside(Stack<(FilterTerm Term, bool IsInCall)> left, FilterTerm term, bool isInCall)
    {
        switch (term)
        {
            case JoinedTerm joined:
                PushAll(left, joined.Terms, isInCall);
                break;
            case NotTerm not:
                left.Push((not.Inner, isInCall));
                break;
            default:
                var operands = Operands(term);
                for (var i = operands.Count - 1; i >= 0; i--)
                {
                    if (operands[i] is GroupOperand group)
                        PushAll(left, group.Terms, isInCall);
                    else if (operands[i] is CallOperand call)
                        PushAll(left, call.Arguments.Terms, isInCall: true);
                }

                break;
        }
    }

    private static void PushAll(Stack<(FilterTerm Term, bool IsInCall)> left, IReadOnlyList<FilterTerm> terms, bool isInCall)
    {
        for (var i = terms.Count - 1; i >= 0; i--)
            left.Push((terms[i], isInCall));
    }
}
