namespace Arize.TaskLint.Core.Filters;

/// <summary>Visits all parts of a filter.</summary>
internal static class FilterWalk
{
    /// <summary>A term, and every term within it, in the order of the text.</summary>
    internal static IEnumerable<FilterTerm> Terms(FilterTerm root) => TermsWithCalls(root).Select(one => one.Term);

    /// <summary>A term, and every term within it, in the order of the text, with whether it is a part of what a function is given.</summary>
    internal static IEnumerable<(FilterTerm Term, bool IsInCall)> TermsWithCalls(FilterTerm root)
    {
        var left = new Stack<(FilterTerm Term, bool IsInCall)>();
        left.Push((root, false));
        while (left.Count > 0)
        {
            var (term, isInCall) = left.Pop();
            yield return (term, isInCall);
            foreach (var (inner, isArgument) in Inside(term).Reverse())
                left.Push((inner, isInCall || isArgument));
        }
    }

    /// <summary>The operands of a term, those in calls and lists among them as terms of their own.</summary>
    internal static IEnumerable<FilterOperand> Operands(FilterTerm term) => term switch
    {
        ComparisonTerm comparison => [comparison.Left, comparison.Right],
        InTerm list => [list.Operand, list.List],
        BetweenTerm between => [between.Operand, between.Low, between.High],
        NullTerm isNull => [isNull.Operand],
        OperandTerm alone => [alone.Operand],
        OpaqueTerm opaque => opaque.Items.Select(item => item.Operand).OfType<FilterOperand>(),
        _ => [],
    };

    private static IEnumerable<(FilterTerm Term, bool IsArgument)> Inside(FilterTerm term) => term switch
    {
        JoinedTerm joined => joined.Terms.Select(inner => (inner, false)),
        NotTerm not => [(not.Inner, false)],
        _ => Operands(term).SelectMany(operand => operand switch
        {
            GroupOperand group => group.Terms.Select(inner => (inner, false)),
            CallOperand call => call.Arguments.Terms.Select(inner => (inner, true)),
            _ => (IEnumerable<(FilterTerm, bool)>)[],
        }),
    };
}
