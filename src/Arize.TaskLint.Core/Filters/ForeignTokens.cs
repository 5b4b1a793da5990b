using System.Text;

namespace Arize.TaskLint.Core.Filters;

/// <summary>Syntax of other query languages in a filter: of Python, of other SQL dialects, or of word processors.</summary>
internal static class ForeignTokens
{
    // Phoenix's names for the results of evaluators, and the names in Arize AX.
    private static readonly Dictionary<string, string> PhoenixRoots = new(StringComparer.Ordinal)
    {
        ["annotations"] = "annotation",
        ["evals"] = "eval",
    };

    /// <summary>Findings that tokens alone show. Quoted text is not searched.</summary>
    internal static IReadOnlyList<FilterProblem> In(IReadOnlyList<FilterToken> tokens)
    {
        List<FilterProblem>? found = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var problem = token.Kind switch
            {
                FilterTokenKind.Symbol when i + 1 < tokens.Count && IsNothing(tokens, i + 1) => OfNothing(token, tokens[i + 1]),
                FilterTokenKind.Symbol => OfSymbol(token),
                FilterTokenKind.Backticks => OfBackticks(token),
                FilterTokenKind.Typographic => OfTypographic(token, IsValue(tokens, i)),
                FilterTokenKind.Word when PhoenixRoots.ContainsKey(token.Text) => OfPhoenix(tokens, i),
                FilterTokenKind.Word when IsNothing(tokens, i) => tokens[i - 1].Kind == FilterTokenKind.Symbol
                    ? null
                    : new FilterProblem(token.Start, token.End,
                        $"'{token.Text}' is another language's; did you mean 'NULL'")
                    { Replacement = "NULL" },
                FilterTokenKind.Word => OfBrackets(tokens, i),
                _ => null,
            };
            if (problem is { } foreign)
                (found ??= []).Add(foreign);
        }

        return found ?? (IReadOnlyList<FilterProblem>)[];
    }

    /// <summary>The advice about <c>||</c> in place of OR.</summary>
    internal static FilterProblem OrSymbol(FilterToken token) => Instead(token, "OR");

    private static FilterProblem? OfSymbol(FilterToken token) => token.Text switch
    {
        "==" or "===" => Instead(token, "="),
        "!==" or "<>" => Instead(token, "!="),
        "=<" => Instead(token, "<="),
        "=>" => Instead(token, ">="),
        "&&" => Instead(token, "AND"),
        _ => null,
    };

    // == None: what is nothing is asked for with IS.
    private static FilterProblem OfNothing(FilterToken symbol, FilterToken nothing)
    {
        var meant = symbol.Text is "!=" or "!==" or "<>" ? "IS NOT NULL" : "IS NULL";
        return new(symbol.Start, nothing.End,
            $"'{symbol.Text} {nothing.Text}' is another language's; did you mean '{meant}'")
        { Replacement = meant };
    }

    private static FilterProblem Instead(FilterToken token, string meant) =>
        new(token.Start, token.End, $"'{token.Text}' is another language's; did you mean '{meant}'") { Replacement = meant };

    private static FilterProblem OfBackticks(FilterToken token) =>
        new(token.Start, token.End, $"{Excerpt.Of(token.Text)} stands in backticks; a column stands in double quotes, or in none");

    private static FilterProblem OfTypographic(FilterToken token, bool isValue)
    {
        var (quoted, straight) = (token.Text, TypographicQuotes.Straighten(token.Text, isValue));
        return quoted.Length == 1
            ? new FilterProblem(token.Start, token.End, $"{quoted} is a typographic quote, which quotes nothing; did you mean {straight}")
            : new FilterProblem(token.Start, token.End,
                $"{Excerpt.Of(quoted)} has a typographic quote, which quotes nothing; did you mean {Excerpt.Of(straight)}")
            { Replacement = straight };
    }

    // None in place of a value, or as null: parent_id is None.
    private static bool IsNothing(IReadOnlyList<FilterToken> tokens, int i)
    {
        if (i == 0 || !(tokens[i].IsWord("NONE") || tokens[i].Text is "nil" or "undefined"))
            return false;
        var isBehindIs = tokens[i - 1].IsWord("IS") || (i > 1 && tokens[i - 1].IsWord("NOT") && tokens[i - 2].IsWord("IS"));
        var isEnd = i + 1 == tokens.Count
            || tokens[i + 1].Kind is FilterTokenKind.Symbol || tokens[i + 1].IsWord("AND") || tokens[i + 1].IsWord("OR");
        // NONE in another letter case may be an unquoted value.
        return isEnd
            && (isBehindIs
                || (tokens[i].Text is "None" or "nil" or "undefined" && tokens[i - 1].Kind == FilterTokenKind.Symbol
                    && tokens[i - 1].Text is "=" or "==" or "===" or "!=" or "!==" or "<>"));
    }

    // After a comparison, a value is expected, which has single quotes; elsewhere a column, which has double quotes.
    private static bool IsValue(IReadOnlyList<FilterToken> tokens, int i) => i > 0 && tokens[i - 1] is var before
        && (before.Kind == FilterTokenKind.Symbol
            ? before.Text is not ("(" or "[" or "{" or "&&" or "||") || (i > 1 && tokens[i - 2].IsWord("IN"))
            : before.IsWord("LIKE") || before.IsWord("ILIKE") || before.IsWord("CONTAINS") || before.IsWord("BETWEEN"));

    // annotations['correctness'].label, as Phoenix has it.
    private static FilterProblem? OfPhoenix(IReadOnlyList<FilterToken> tokens, int i)
    {
        if (!IsKey(tokens, i + 1) || tokens[i + 2].Kind == FilterTokenKind.Number)
            return null;
        var quoted = tokens[i + 2].Text;
        var name = quoted.Length > 2 ? quoted.Substring(1, quoted.Length - 2) : "NAME";
        var isFollowed = i + 5 < tokens.Count && tokens[i + 4].IsSymbol(".")
            && tokens[i + 5].Kind == FilterTokenKind.Word && tokens[i + 5].Start == tokens[i + 4].End;
        var member = isFollowed ? tokens[i + 5].Text : "label";
        var column = $"{PhoenixRoots[tokens[i].Text]}.{name}.{member}";
        var meant = FilterColumns.IsPlain(column) ? $"'{Excerpt.Of(column)}'" : Excerpt.Of($"\"{column}\"");
        return new FilterProblem(tokens[i].Start, tokens[i + 3].End, $"'{tokens[i].Text}[{Excerpt.Of(quoted)}]' is Phoenix's; did you mean {meant}");
    }

    // metadata['env'], which this language may take as well; tag[environment] is its own.
    private static FilterProblem? OfBrackets(IReadOnlyList<FilterToken> tokens, int i)
    {
        var root = tokens[i].Text;
        // A word after a dot is part of a name that was read already.
        var isPart = i > 0 && tokens[i - 1].IsSymbol(".") && tokens[i - 1].End == tokens[i].Start;
        if (isPart || !IsKey(tokens, i + 1) || root == "tag" || !FilterColumns.IsOfSpan(root + "."))
            return null;
        var name = new StringBuilder(root);
        var next = i + 1;
        while (next < tokens.Count && tokens[next].Start == tokens[next - 1].End)
        {
            if (IsKey(tokens, next))
            {
                var key = tokens[next + 1];
                name.Append('.').Append(key.Kind == FilterTokenKind.Number ? key.Text : key.Text.Substring(1, key.Text.Length - 2));
                next += 3;
            }
            else if (tokens[next].IsSymbol(".") && next + 1 < tokens.Count
                && tokens[next + 1].Kind == FilterTokenKind.Word && tokens[next + 1].Start == tokens[next].End)
            {
                name.Append('.').Append(tokens[next + 1].Text);
                next += 2;
            }
            else
            {
                break;
            }
        }

        var column = name.ToString();
        var meant = FilterColumns.IsPlain(column) ? $"'{Excerpt.Of(column)}'" : Excerpt.Of($"\"{column}\"");
        return new FilterProblem(tokens[i].Start, tokens[next - 1].End,
            $"a key in brackets is Phoenix's form; did you mean {meant}")
        { Certainty = Certainty.Possible };
    }

    private static bool IsKey(IReadOnlyList<FilterToken> tokens, int open) =>
        open + 2 < tokens.Count && tokens[open].IsSymbol("[") && tokens[open].Start == tokens[open - 1].End
            && IsQuotedOrNumber(tokens[open + 1])
            && tokens[open + 2].IsSymbol("]");

    // A typographic quote that nothing closes is a token of one character.
    private static bool IsQuotedOrNumber(FilterToken token) =>
        token.Kind == FilterTokenKind.Number
        || (token.Kind is FilterTokenKind.Text or FilterTokenKind.Name or FilterTokenKind.Typographic && token.Text.Length > 1);
}
