namespace Arize.TaskLint.Core.Filters;

/// <summary>Goes through all that a filter says.</summary>
internal static class FilterWalk
{
    /// <summary>A term, and every term within it, in the order of the text.</summary>
    internal static IEnumerable<FilterTerm> Terms(FilterTerm root)
    {
        var left = new Stack<FilterTerm>();
        left.Push(root);
        while (left.Count > 0)
        {
            var term = left.Pop();
            yield return term;
            foreach (var inner in Inside(term).Reverse())
                left.Push(inner);
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

    private static IEnumerable<FilterTerm> Inside(FilterTerm term) => term switch
    {
        JoinedTerm joined => joined.Terms,
        NotTerm not => [not.Inner],
        _ => Operands(term).SelectMany(operand => operand switch
        {
            GroupOperand group => group.Terms,
            CallOperand call => call.Arguments.Terms,
            _ => (IEnumerable<FilterTerm>)[],
        }),
    };
}
