namespace Arize.TaskLint.Core.Filters;

/// <summary>
/// A filter, read: its terms, and what is wrong with its text. The language is like SQL and has no published grammar, so what is not known is
/// taken as it is; only what no dialect could mean is malformed. Reading never fails and takes a time that grows with the text's length.
/// </summary>
internal sealed class FilterText
{
    /// <summary>The maximum length of a text that is read, in characters. Longer texts are not realistic filters, and are not checked.</summary>
    internal const int Longest = 1 << 20;

    private IReadOnlyList<(FilterTerm Term, bool IsInCall)>? termsWithCalls;
    private FilterTerm[]? terms;

    private FilterText(string text) => Text = text;

    internal string Text { get; }

    /// <summary>The parsed filter; null if the text is blank, has a comment, or has unbalanced quotes or brackets.</summary>
    internal FilterTerm? Root { get; private set; }

    /// <summary>Why no dialect could mean the text; empty if one could.</summary>
    internal IReadOnlyList<FilterProblem> Malformed { get; private set; } = [];

    /// <summary>Parts of other query languages.</summary>
    internal IReadOnlyList<FilterProblem> Foreign { get; private set; } = [];

    /// <summary>The term if the text is well formed; otherwise null.</summary>
    internal FilterTerm? WellFormed => Malformed.Count == 0 ? Root : null;

    /// <summary>
    /// Every term in the order of the text, with whether it is a part of what a function is given; empty if the text is not well formed.
    /// A dozen rules look at them, so they are found once.
    /// </summary>
    internal IReadOnlyList<(FilterTerm Term, bool IsInCall)> TermsWithCalls =>
        termsWithCalls ??= WellFormed is { } root ? FilterWalk.Terms(root) : [];

    /// <summary>Every term in the order of the text; empty if the text is not well formed.</summary>
    internal IReadOnlyList<FilterTerm> Terms => terms ??= [.. TermsWithCalls.Select(one => one.Term)];

    /// <summary>Whether a part of it might be read otherwise in another position, so that its terms cannot be reordered.</summary>
    internal bool IsFragile { get; private set; }

    /// <summary>The number of characters and tokens read, for tests that the time grows linearly.</summary>
    internal int Steps { get; private set; }

    /// <summary>Reads a filter.</summary>
    internal static FilterText Parse(string text)
    {
        var filter = new FilterText(text);
        if (text.Length > Longest)
            return filter;
        var read = FilterTokens.Read(text);
        filter.IsFragile = read.IsFragile;
        filter.Steps = read.Steps + read.Tokens.Count;
        filter.Foreign = ForeignTokens.In(read.Tokens);
        if (read.OtherBlank is { } blank)
        {
            var told = new FilterProblem(blank, blank + 1,
                $"U+{(int)text[blank]:X4} is a blank that looks like a plain one, and may not be read as one; did you mean ' '")
            { Replacement = " " };
            filter.Foreign = [.. filter.Foreign.Append(told).OrderBy(problem => problem.Start)];
        }

        if (read.Tokens.Count == 0)
            return filter;
        // It is not documented whether the filter language has comments, so neither their content nor the text after them is known.
        if (read.Tokens.FirstOrDefault(token => token.IsSymbol("--") || token.IsSymbol("/*") || token.IsSymbol("#")) is { Text: not null } comment)
        {
            filter.Foreign = [.. filter.Foreign.Where(problem => problem.Start < comment.Start)];
            return filter;
        }

        if (read.Unclosed is { } unclosed)
        {
            filter.Malformed = [new FilterProblem(unclosed.Start, unclosed.Start + 1, Unclosed(unclosed))];
            filter.Foreign = [.. filter.Foreign.Where(problem => problem.Start != unclosed.Start)];
            return filter;
        }

        var closing = FilterBrackets.Match(read.Tokens, out var problem);
        if (problem is { } unbalanced)
        {
            filter.Malformed = [unbalanced];
            return filter;
        }

        var parser = new FilterParser(read.Tokens, closing);
        filter.Root = parser.Parse();
        filter.Malformed = parser.Problems.Count < 2
            ? parser.Problems
            : [.. parser.Problems.GroupBy(problem => problem.Start).Select(problems => problems.First())];
        filter.IsFragile |= parser.IsFragile;
        filter.Steps += parser.Steps;
        if (parser.Foreign.Count > 0)
            filter.Foreign = [.. filter.Foreign.Concat(parser.Foreign).OrderBy(problem => problem.Start)];
        return filter;
    }

    /// <summary>The part of the text that a term or an operand takes.</summary>
    internal string Slice(int start, int end) => Text.Substring(start, end - start);

    private static string Unclosed(FilterToken token) => token.Text[0] switch
    {
        '\'' => "the quote ' is not closed; inside of a text it is written twice",
        var quote => $"the quote {quote} is not closed",
    };
}
