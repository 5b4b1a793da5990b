namespace Arize.TaskLint.Core.Filters;

/// <summary>
/// A filter, read: its terms, and what is wrong with its text. The language is like SQL and has no published grammar, so what is not known is
/// taken as it is; only what no dialect could mean is malformed. Reading never fails and takes a time that grows with the text's length.
/// </summary>
internal sealed class FilterText
{
    /// <summary>The longest text that is read, in characters; a longer one is no filter that anybody wrote, and nothing is said of it.</summary>
    internal const int Longest = 1 << 20;

    private FilterText(string text) => Text = text;

    internal string Text { get; }

    /// <summary>What it says; null where the text is blank, has a comment, or its quotes and brackets do not close.</summary>
    internal FilterTerm? Root { get; private set; }

    /// <summary>Why no dialect could mean the text; empty where one could.</summary>
    internal IReadOnlyList<FilterProblem> Malformed { get; private set; } = [];

    /// <summary>What belongs to another query language.</summary>
    internal IReadOnlyList<FilterProblem> Foreign { get; private set; } = [];

    /// <summary>The term, where the text is well formed; else null.</summary>
    internal FilterTerm? WellFormed => Malformed.Count == 0 ? Root : null;

    /// <summary>Whether a part of it might be read otherwise in another place, so that its terms cannot be put in another order.</summary>
    internal bool IsFragile { get; private set; }

    /// <summary>How many characters and tokens were looked at.</summary>
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
        // Nothing says whether the filter language has comments, so that neither what stands in one nor what follows it is known.
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
