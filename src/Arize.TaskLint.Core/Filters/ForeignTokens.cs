namespace Arize.TaskLint.Core.Filters;

/// <summary>What stands in a filter and belongs to another query language: Python's, SQL's of other makes, or a word processor's.</summary>
internal static class ForeignTokens
{
    private const string Annotations = "annotations";

    /// <summary>What can be told by the tokens alone; what stands in quotes is no token of its own, and counts for nothing.</summary>
    internal static IReadOnlyList<FilterProblem> In(IReadOnlyList<FilterToken> tokens)
    {
        List<FilterProblem>? found = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var (length, message) = token.Kind switch
            {
                FilterTokenKind.Symbol => (1, OfSymbol(token.Text)),
                FilterTokenKind.Backticks => (1, OfBackticks(token.Text)),
                FilterTokenKind.Typographic => (1, OfTypographic(token.Text, IsValue(tokens, i))),
                FilterTokenKind.Word when token.Text == Annotations => OfAnnotations(tokens, i),
                _ => default,
            };
            if (message is not null)
                (found ??= []).Add(new FilterProblem(token.Start, tokens[i + length - 1].End, message));
        }

        return found ?? (IReadOnlyList<FilterProblem>)[];
    }

    /// <summary>What is said of <c>||</c>, where it stands for OR.</summary>
    internal static FilterProblem OrSymbol(FilterToken token) => new(token.Start, token.End, "'||' is another language's; did you mean 'OR'");

    private static string? OfSymbol(string symbol) => symbol switch
    {
        "==" or "===" => $"'{symbol}' is another language's; did you mean '='",
        "!==" => "'!==' is another language's; did you mean '!='",
        "&&" => "'&&' is another language's; did you mean 'AND'",
        "<>" => "'<>' is another language's; did you mean '!='",
        _ => null,
    };

    private static string OfBackticks(string name) =>
        $"{Model.Excerpt.Of(name)} stands in backticks; a column stands in double quotes, or in none";

    private static string OfTypographic(string quoted, bool isValue) => quoted.Length == 1
        ? $"{quoted} is a typographic quote, which quotes nothing; did you mean {TypographicQuotes.Straighten(quoted, isValue)}"
        : $"{Model.Excerpt.Of(quoted)} has a typographic quote, which quotes nothing; did you mean {Model.Excerpt.Of(TypographicQuotes.Straighten(quoted, isValue))}";

    // Behind a comparison stands a value, which takes single quotes; elsewhere more likely a column, which takes double ones.
    private static bool IsValue(IReadOnlyList<FilterToken> tokens, int i) => i > 0 && tokens[i - 1] is var before
        && (before.Kind == FilterTokenKind.Symbol
            ? before.Text is not ("(" or "[" or "{" or "&&" or "||") || (i > 1 && tokens[i - 2].IsWord("IN"))
            : before.IsWord("LIKE") || before.IsWord("ILIKE") || before.IsWord("CONTAINS") || before.IsWord("BETWEEN"));

    // annotations['correctness'].label, as Phoenix has it.
    private static (int Length, string? Message) OfAnnotations(IReadOnlyList<FilterToken> tokens, int i)
    {
        var isAnnotation = i + 3 < tokens.Count && tokens[i + 1].IsSymbol("[") && tokens[i + 2].Kind is FilterTokenKind.Text or FilterTokenKind.Name or FilterTokenKind.Typographic && tokens[i + 3].IsSymbol("]");
        if (!isAnnotation)
            return default;
        var quoted = tokens[i + 2].Text;
        var name = quoted.Length > 2 ? quoted.Substring(1, quoted.Length - 2) : "NAME";
        var isFollowed = i + 5 < tokens.Count && tokens[i + 4].IsSymbol(".") && tokens[i + 5].Kind == FilterTokenKind.Word && tokens[i + 5].Start == tokens[i + 4].End;
        var member = isFollowed ? tokens[i + 5].Text : "label";
        var column = $"annotation.{name}.{member}";
        var meant = FilterColumns.IsPlain(column) ? $"'{Model.Excerpt.Of(column)}'" : Model.Excerpt.Of($"\"{column}\"");
        return (4, $"'{Annotations}[{Model.Excerpt.Of(quoted)}]' is Phoenix's; did you mean {meant}");
    }
}
