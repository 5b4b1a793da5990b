using Arize.TaskLint.Core.Filters.Evaluation;

namespace Arize.TaskLint.Core.Trials;

/// <summary>The expression that joins the named filters of a task: <c>(A AND B) OR C</c>.</summary>
internal sealed class TrialExpression
{
    private readonly IReadOnlyList<string> letters;
    private readonly List<string> tokens = [];
    private int at;

    private TrialExpression(IReadOnlyList<string> letters) => this.letters = letters;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text; null where it is left out, which one filter alone allows.</param>
    /// <param name="letters">The letters of the filters.</param>
    /// <returns>Null if it cannot be read, or can be read in two ways.</returns>
    internal static TrialExpression? Parse(string? text, IReadOnlyList<string> letters)
    {
        var expression = new TrialExpression(letters);
        if (text is null || string.IsNullOrWhiteSpace(text))
        {
            if (letters.Count != 1)
                return null;
            expression.tokens.Add(letters[0]);
            return expression;
        }

        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (char.IsWhiteSpace(text[start]))
                continue;
            while (char.IsLetterOrDigit(text[start]) && i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
            expression.tokens.Add(text.Substring(start, i - start));
        }

        return expression.IsReadable() ? expression : null;
    }

    /// <summary>The position of a filter by its letter; null if there is none.</summary>
    internal int? PositionOf(string letter)
    {
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i] == letter)
                return i;
        }

        return null;
    }

    /// <summary>Whether it selects a group.</summary>
    /// <param name="ofLetter">Whether the group has a span that a filter selects, by the position of the filter.</param>
    internal RowVerdict Of(Func<int, RowVerdict> ofLetter)
    {
        at = 0;
        return Term(ofLetter)!.Value;
    }

    private bool IsReadable()
    {
        at = 0;
        return Term(_ => RowVerdict.Selected) is not null && at == tokens.Count;
    }

    // Which of AND and OR goes first is not documented, so that both in one row are not read.
    private RowVerdict? Term(Func<int, RowVerdict> ofLetter)
    {
        if (Single(ofLetter) is not { } result)
            return null;
        string? word = null;
        while (at < tokens.Count && tokens[at].ToUpperInvariant() is "AND" or "OR")
        {
            var next = tokens[at++].ToUpperInvariant();
            if (word is not null && next != word)
                return null;
            word = next;
            if (Single(ofLetter) is not { } other)
                return null;
            result = word == "AND" ? TrialFilter.Both(result, other) : TrialFilter.Either(result, other);
        }

        return result;
    }

    private RowVerdict? Single(Func<int, RowVerdict> ofLetter)
    {
        if (at == tokens.Count)
            return null;
        var token = tokens[at++];
        if (token != "(")
            return PositionOf(token) is { } position ? ofLetter(position) : null;
        var inner = Term(ofLetter);
        return inner is not null && at < tokens.Count && tokens[at++] == ")" ? inner : null;
    }
}
