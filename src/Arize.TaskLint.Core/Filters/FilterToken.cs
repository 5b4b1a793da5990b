namespace Arize.TaskLint.Core.Filters;

internal enum FilterTokenKind
{
    /// <summary>A keyword, a column with its dots, a function's name, or what else is written without quotes.</summary>
    Word,

    /// <summary>A decimal number, with its sign.</summary>
    Number,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A name in double quotes.</summary>
    Name,

    /// <summary>A name in backticks.</summary>
    Backticks,

    /// <summary>A text in quotes that a word processor made.</summary>
    Typographic,

    /// <summary>An operator, a bracket or any other character.</summary>
    Symbol,
}

/// <param name="Text">As it is written, with its quotes.</param>
/// <param name="Start">The offset of its first character.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Start)
{
    /// <summary>The offset after its last character.</summary>
    internal int End => Start + Text.Length;

    /// <summary>Whether it is this operator, bracket or other character.</summary>
    internal bool IsSymbol(string symbol) => Kind == FilterTokenKind.Symbol && Text == symbol;

    /// <summary>Whether it is this keyword, in any letter case.</summary>
    internal bool IsWord(string keyword) =>
        Kind == FilterTokenKind.Word && Text.Length == keyword.Length && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
