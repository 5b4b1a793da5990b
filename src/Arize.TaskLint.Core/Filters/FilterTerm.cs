namespace Arize.TaskLint.Core.Filters;

/// <summary>A condition of a filter, or an operand in its position.</summary>
/// <param name="Start">Where it begins in the filter's text.</param>
internal abstract record FilterTerm(int Start, int End);

/// <summary>Terms with AND or OR between them.</summary>
/// <param name="Word"><c>AND</c> or <c>OR</c>.</param>
/// <param name="Terms">The terms, two or more.</param>
/// <param name="Symbols">The symbols between them if they are not the word itself: <c>&amp;&amp;</c>, <c>||</c>; otherwise null.</param>
internal sealed record JoinedTerm(string Word, IReadOnlyList<FilterTerm> Terms, IReadOnlyList<string>? Symbols)
    : FilterTerm(Terms[0].Start, Terms[Terms.Count - 1].End);

/// <summary>A term with NOT before it.</summary>
/// <param name="Begin">Where the first NOT begins.</param>
/// <param name="Count">How many NOT there are.</param>
/// <param name="Finish">The end, including the parentheses of the term.</param>
internal sealed record NotTerm(int Begin, int Count, FilterTerm Inner, int Finish) : FilterTerm(Begin, Finish);

/// <summary>Two operands with a comparison between them.</summary>
/// <param name="Operator">The operator; a word is in upper case, with NOT before it where that is so.</param>
internal sealed record ComparisonTerm(FilterOperand Left, string Operator, FilterOperand Right) : FilterTerm(Left.Start, Right.End)
{
    /// <summary>Whether it asks for a value, or for any but that.</summary>
    internal bool IsEquality => Operator is "=" or "!=" or "==" or "<>";
}

/// <summary>An operand that is, or is not, in a list of values.</summary>
/// <param name="IsNegated">Whether NOT IN is meant.</param>
internal sealed record InTerm(FilterOperand Operand, bool IsNegated, GroupOperand List) : FilterTerm(Operand.Start, List.End)
{
    /// <summary>The values that are single operands.</summary>
    internal IEnumerable<FilterOperand> Values => List.Terms.OfType<OperandTerm>().Select(term => term.Operand);
}

/// <summary>An operand and the bounds that it is between.</summary>
/// <param name="IsNegated">Whether it is outside of them.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
internal sealed record BetweenTerm(FilterOperand Operand, bool IsNegated, FilterOperand Low, FilterOperand High)
    : FilterTerm(Operand.Start, High.End);

/// <summary>Whether an operand has a value.</summary>
internal sealed record NullTerm(FilterOperand Operand, bool IsNegated, int Finish) : FilterTerm(Operand.Start, Finish);

/// <summary>A lone operand.</summary>
internal sealed record OperandTerm(FilterOperand Operand) : FilterTerm(Operand.Start, Operand.End);

/// <summary>A part that some dialect may understand and this tool does not: arithmetic, CASE, further operators.</summary>
/// <param name="Items">Its parts, in their order.</param>
internal sealed record OpaqueTerm(IReadOnlyList<FilterItem> Items) : FilterTerm(Items[0].Start, Items[Items.Count - 1].End);

/// <summary>A missing term, which is reported.</summary>
/// <param name="At">The position of the missing term.</param>
internal sealed record MissingTerm(int At) : FilterTerm(At, At);

/// <summary>A part of a condition: an operand, or an operator between operands.</summary>
/// <param name="Operand">The operand, or null.</param>
/// <param name="Text">The operator, in upper case where it is a word; for an operand, its first token.</param>
/// <param name="IsBinary">Whether it needs an operand on both sides.</param>
internal readonly record struct FilterItem(FilterOperand? Operand, string Text, int Start, int End, bool IsBinary = false)
{
    /// <summary>Whether it is this operator.</summary>
    internal bool Is(string word) => Operand is null && Text == word;
}
