using System.Text;

namespace Arize.TaskLint.Core.Filters;

/// <summary>
/// Writes a filter in its normal form: keywords in upper case, one blank between words, no needless parentheses, the terms of an AND, an OR
/// and an IN list in the order of their characters. AND goes before OR, as in SQL.
/// </summary>
internal static class FilterWriter
{
    /// <summary>The normal form of a filter; null if it is malformed or blank, or cannot be reordered.</summary>
    internal static string? Write(FilterText filter) => filter.IsFragile || filter.WellFormed is not { } root ? null : Write(root);

    /// <summary>The normal form of a term.</summary>
    internal static string Write(FilterTerm term)
    {
        switch (term)
        {
            case JoinedTerm joined:
                return Write(joined);
            case NotTerm not:
                return string.Concat(Enumerable.Repeat("NOT ", not.Count)) + $"({Write(not.Inner)})";
            case ComparisonTerm comparison:
                return $"{Write(comparison.Left)} {comparison.Operator} {Write(comparison.Right)}";
            case InTerm list:
                return $"{Write(list.Operand)} {(list.IsNegated ? "NOT " : "")}IN {Write(list.List, isSorted: true)}";
            case BetweenTerm between:
                return $"{Write(between.Operand)} {(between.IsNegated ? "NOT " : "")}BETWEEN {Write(between.Low)} AND {Write(between.High)}";
            case NullTerm isNull:
                return $"{Write(isNull.Operand)} IS {(isNull.IsNegated ? "NOT " : "")}NULL";
            case OperandTerm alone:
                return Write(alone.Operand);
            case OpaqueTerm opaque:
                return Write(opaque.Items);
            default:
                return "";
        }
    }

    /// <summary>The normal form of an operand.</summary>
    internal static string Write(FilterOperand operand) => operand switch
    {
        TextOperand text => text.Token.Text,
        NumberOperand number => number.Token.Text,
        ConstantOperand constant => constant.Token.Text.ToUpperInvariant(),
        ColumnOperand column => Write(column),
        CallOperand call => call.Name + Write(call.Arguments, isSorted: false),
        GroupOperand group => Write(group, isSorted: false),
        RawOperand raw => raw.Text,
        _ => "",
    };

    /// <summary>Tokens as they are written, with single blanks, and without blanks inside of brackets.</summary>
    internal static string Raw(IReadOnlyList<FilterToken> tokens, int begin, int end)
    {
        var text = new StringBuilder();
        for (var i = begin; i < end; i++)
        {
            var isApart = i > begin && tokens[i].Start > tokens[i - 1].End && !IsBracket(tokens[i - 1], "([{") && !IsBracket(tokens[i], ")]}");
            text.Append(isApart ? " " : "").Append(tokens[i].Text);
        }

        return text.ToString();
    }

    /// <summary>The terms that AND or OR joins, with those of the same word in parentheses among them; a lone term is its only one.</summary>
    internal static IReadOnlyList<FilterTerm> TermsOf(FilterTerm term, string word)
    {
        if (term is not JoinedTerm { Symbols: null } joined || joined.Word != word)
            return [term];
        var terms = new List<FilterTerm>();
        foreach (var inner in joined.Terms)
            terms.AddRange(TermsOf(inner, word));
        return terms;
    }

    private static string Write(JoinedTerm joined)
    {
        if (joined.Symbols is { } symbols)
        {
            // A symbol that means AND in another language is left in its position.
            var text = new StringBuilder(Enclosed(joined.Terms[0], joined));
            for (var i = 0; i < symbols.Count; i++)
                text.Append(' ').Append(symbols[i]).Append(' ').Append(Enclosed(joined.Terms[i + 1], joined));
            return text.ToString();
        }

        var terms = TermsOf(joined, joined.Word).Select(term => Enclosed(term, joined)).ToList();
        terms.Sort(StringComparer.Ordinal);
        return string.Join($" {joined.Word} ", terms);
    }

    private static string Enclosed(FilterTerm term, JoinedTerm within) => term is JoinedTerm ? $"({Write(term)})" : Write(term);

    private static string Write(GroupOperand group, bool isSorted)
    {
        var terms = group.Terms.Select(Write).ToList();
        if (isSorted)
            terms.Sort(StringComparer.Ordinal);
        var close = group.Open switch { '(' => ")", '[' => "]", _ => "}" };
        return group.Open + string.Join(", ", terms) + (group.HasTrailingComma ? "," : "") + close;
    }

    // A column that every span has is the same column in double quotes; of another one that is not certain.
    private static string Write(ColumnOperand column) => column.Form switch
    {
        ColumnForm.Quoted when FilterColumns.IsPlain(column.Name) && FilterColumns.IsOfSpan(column.Name) => column.Name,
        ColumnForm.Quoted => $"\"{column.Name.Replace("\"", "\"\"")}\"",
        ColumnForm.Backticks => $"`{column.Name.Replace("`", "``")}`",
        _ => column.Name,
    };

    private static string Write(IReadOnlyList<FilterItem> items)
    {
        var text = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            // Whether two symbols are one operator may depend on the blank between them.
            var isGlued = i > 0 && items[i].Start == items[i - 1].End && IsSymbol(items[i - 1]) && IsSymbol(items[i]);
            text.Append(i > 0 && !isGlued ? " " : "").Append(items[i].Operand is { } operand ? Write(operand) : items[i].Text);
        }

        return text.ToString();
    }

    private static bool IsSymbol(FilterItem item) => item.Operand is null && !char.IsLetter(item.Text[0]);

    private static bool IsBracket(FilterToken token, string brackets) =>
        token.Kind == FilterTokenKind.Symbol && token.Text.Length == 1 && brackets.IndexOf(token.Text[0]) >= 0;
}
