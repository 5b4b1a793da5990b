namespace Arize.TaskLint.Core.Filters;

/// <summary>A value, a column, or an expression.</summary>
/// <param name="Start">Where it begins in the filter's text.</param>
internal abstract record FilterOperand(int Start, int End);

/// <summary>A text in single quotes.</summary>
internal sealed record TextOperand(FilterToken Token) : FilterOperand(Token.Start, Token.End)
{
    internal string Value => Token.Text.Substring(1, Token.Text.Length - 2).Replace("''", "'");
}

internal sealed record NumberOperand(FilterToken Token, double Value) : FilterOperand(Token.Start, Token.End);

/// <summary>NULL, TRUE or FALSE.</summary>
internal sealed record ConstantOperand(FilterToken Token) : FilterOperand(Token.Start, Token.End)
{
    internal bool IsNull => Token.IsWord("NULL");
}

/// <summary>A column: bare and dotted, in double quotes, or with brackets.</summary>
/// <param name="Name">The name as it is known: without the quotes where all of it is in quotes.</param>
internal sealed record ColumnOperand(string Name, ColumnForm Form, int Start, int End) : FilterOperand(Start, End);

/// <summary>How a column is written.</summary>
internal enum ColumnForm
{
    /// <summary>Without quotes and brackets.</summary>
    Bare,

    /// <summary>In double quotes.</summary>
    Quoted,

    Backticks,

    /// <summary>Of several parts, some of them in quotes or brackets.</summary>
    Path,
}

/// <summary>A function's call.</summary>
internal sealed record CallOperand(string Name, int Begin, GroupOperand Arguments) : FilterOperand(Begin, Arguments.End);

/// <summary>The content of brackets: a list, or a term.</summary>
/// <param name="HasTrailingComma">Whether a comma precedes the closing bracket.</param>
internal sealed record GroupOperand(char Open, IReadOnlyList<FilterTerm> Terms, bool HasTrailingComma, int Start, int End) : FilterOperand(Start, End)
{
    /// <summary>The only term between parentheses; null for a list.</summary>
    internal FilterTerm? Only => Open == '(' && !HasTrailingComma && Terms.Count == 1 ? Terms[0] : null;
}

/// <summary>A part that is kept as it is written: nested too deep, or in quotes that do not form a value.</summary>
/// <param name="Text">The text, one blank between words.</param>
internal sealed record RawOperand(string Text, int Start, int End) : FilterOperand(Start, End);
