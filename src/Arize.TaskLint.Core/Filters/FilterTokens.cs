using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Filters;

/// <summary>The tokens of a filter, read in one pass. Every text can be split into tokens.</summary>
internal sealed class FilterTokens
{
    // Longest first, so that the longest operator matches. Every other character is a token of its own.
    private static readonly string[] Operators =
    [
        "===", "!==", "<=>", "->>", "#>>", "!~*",
        "==", "!=", "<>", "<=", ">=", "=<", "=>", "=~", "!~", "~*", "~=", "&&", "||", "->", "#>", "::", ":=", "@>", "<@", "<<", ">>", "**", "//",
        "??", "--", "/*", "*/",
    ];

    private readonly string text;
    private readonly bool hasEscapes;
    private readonly List<FilterToken> tokens = [];
    private string hopeless = "";
    private int? otherBlank;

    private FilterTokens(string text, bool hasEscapes)
    {
        this.text = text;
        this.hasEscapes = hasEscapes;
    }

    /// <summary>The tokens, in their order.</summary>
    internal IReadOnlyList<FilterToken> Tokens => tokens;

    /// <summary>The token whose quote is not closed, which runs to the end of the text; null if all are.</summary>
    internal FilterToken? Unclosed { get; private set; }

    /// <summary>Whether the end of one token depends on others, so that another order of the same terms might be read otherwise.</summary>
    internal bool IsFragile =>
        hasEscapes || HasTwoReadings || otherBlank is not null || tokens.Exists(token => token.Kind == FilterTokenKind.Typographic);

    /// <summary>Where a blank other than a space, such as a non-breaking space, separates tokens; null if there is none.</summary>
    internal int? OtherBlank => otherBlank;

    /// <summary>The number of characters read, for tests that the time grows linearly.</summary>
    internal int Steps { get; private set; }

    // Whether backslashes make no sense as characters, so that it was tried to read them as escapes.
    private bool HasTwoReadings { get; set; }

    /// <summary>Reads the tokens of a text.</summary>
    internal static FilterTokens Read(string text)
    {
        var plain = new FilterTokens(text, hasEscapes: false);
        plain.ReadAll();
        // A quote inside of a text is doubled in SQL, and escaped by a backslash in other dialects. If one reading makes no sense, the other is
        // meant.
        if (text.IndexOf('\\') < 0 || (plain.Unclosed is null && !plain.tokens.Exists(token => token.IsSymbol("\\"))))
            return plain;
        // With its terms in another order, the reading that fails might succeed.
        plain.HasTwoReadings = true;
        var escaped = new FilterTokens(text, hasEscapes: true) { Steps = plain.Steps };
        escaped.ReadAll();
        return escaped.Unclosed is null && !escaped.tokens.Exists(token => token.IsSymbol("\\")) ? escaped : plain;
    }

    /// <summary>The words between which there is no need for an operator's other side: they are operators themselves.</summary>
    internal static bool IsOperatorWord(string word) => word.Length switch
    {
        2 => Is(word, "IN") || Is(word, "IS") || Is(word, "OR"),
        3 => Is(word, "AND") || Is(word, "NOT"),
        4 => Is(word, "LIKE"),
        5 => Is(word, "ILIKE"),
        7 => Is(word, "BETWEEN"),
        8 => Is(word, "CONTAINS"),
        _ => false,
    };

    /// <summary>Whether a token is a symbol that compares.</summary>
    internal static bool IsComparison(FilterToken token) =>
        token.Kind == FilterTokenKind.Symbol && token.Text is "=" or "==" or "===" or "!=" or "!==" or "<>" or "<" or "<=" or ">" or ">=";

    private static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    private void ReadAll()
    {
        var i = 0;
        while (i < text.Length)
        {
            Steps++;
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                otherBlank ??= c is ' ' or '\t' or '\r' or '\n' ? null : i;
                i++;
            }
            else
                i = Add(i, c);
        }
    }

    private int Add(int start, char c)
    {
        if (c is '\'' or '"' or '`')
            return AddQuoted(start, c);
        if (TypographicQuotes.Are(c))
            return AddTypographic(start);
        if (IsWordPart(c) || IsSignedNumber(start))
            return AddWord(start);
        foreach (var candidate in Operators)
        {
            if (candidate[0] == c && string.CompareOrdinal(text, start, candidate, 0, candidate.Length) == 0)
                return Add(FilterTokenKind.Symbol, start, start + candidate.Length);
        }

        return Add(FilterTokenKind.Symbol, start, start + 1);
    }

    private int Add(FilterTokenKind kind, int start, int end)
    {
        tokens.Add(new FilterToken(kind, text.Substring(start, end - start), start));
        return end;
    }

    private int AddQuoted(int start, char quote)
    {
        var kind = quote switch { '\'' => FilterTokenKind.Text, '"' => FilterTokenKind.Name, _ => FilterTokenKind.Backticks };
        for (var i = start + 1; i < text.Length; i++)
        {
            Steps++;
            if (hasEscapes && text[i] == '\\')
                i++;
            else if (text[i] != quote)
                continue;
            else if (i + 1 < text.Length && text[i + 1] == quote)
                i++;
            else
                return Add(kind, start, i + 1);
        }

        if (FindTypographicEnd(start) is { } end)
            return Add(FilterTokenKind.Typographic, start, end);
        Add(kind, start, text.Length);
        Unclosed = tokens[tokens.Count - 1];
        return text.Length;
    }

    private int AddTypographic(int start) => Add(FilterTokenKind.Typographic, start, FindTypographicEnd(start) ?? start + 1);

    // A quote closes unless a word continues after it, so that the apostrophe in ‘it’s’ does not.
    private int? FindTypographicEnd(int start)
    {
        var open = text[start];
        if (hopeless.IndexOf(open) >= 0)
            return null;
        for (var i = start + 1; i < text.Length; i++)
        {
            Steps++;
            if (TypographicQuotes.Closes(open, text[i])
                && (i + 1 == text.Length || text[i + 1] is ')' or ',' or ']' || char.IsWhiteSpace(text[i + 1])))
            {
                return i + 1;
            }
        }

        // The rest of the text has none either: no text is searched to its end twice.
        hopeless += open;
        return null;
    }

    private int AddWord(int start)
    {
        var isNumeric = !IsWordPart(text[start]) || char.IsDigit(text[start]);
        var i = start + 1;
        while (i < text.Length)
        {
            Steps++;
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            var goesOn = IsWordPart(text[i])
                || (text[i] is '.' or '-' or '@' && IsWordPart(next))
                || (isNumeric && text[i] is ':' && char.IsDigit(next))
                || (isNumeric && text[i] is '.' && !TypographicQuotes.Are(next) && next is not ('"' or '\'' or '`' or '.'))
                || (isNumeric && text[i] is '+' && char.IsDigit(next) && text[i - 1] is 'e' or 'E' && IsNumber(text.Substring(start, i - 1 - start)));
            if (!goesOn)
                break;
            i++;
        }

        return Add(IsNumber(text.Substring(start, i - start)) ? FilterTokenKind.Number : FilterTokenKind.Word, start, i);
    }

    private static bool IsNumber(string word) =>
        (char.IsDigit(word[word.Length - 1]) || word[word.Length - 1] == '.') && PlainScalar.TryNumber(word, out _);

    // A sign or a decimal point belongs to a number if no operand precedes it.
    private bool IsSignedNumber(int start)
    {
        var i = start;
        if (text[i] is '-' or '+')
        {
            if (EndsOperand())
                return false;
            i++;
        }
        else if (text[i] == '.' && tokens.Count > 0 && tokens[tokens.Count - 1].End == start && EndsOperand())
        {
            return false;
        }

        if (i < text.Length && text[i] == '.')
            i++;
        return i > start && i < text.Length && char.IsDigit(text[i]);
    }

    private bool EndsOperand() => tokens.Count > 0 && tokens[tokens.Count - 1] is var last && last.Kind switch
    {
        FilterTokenKind.Symbol => last.Text is ")" or "]" or "}",
        FilterTokenKind.Word => !IsOperatorWord(last.Text),
        _ => true,
    };

    private static bool IsWordPart(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '$'
        || (c >= '\u0080' && !char.IsWhiteSpace(c) && !TypographicQuotes.Are(c));
}
