namespace Arize.TaskLint.Core.Filters;

/// <summary>Which bracket of a filter closes which.</summary>
internal static class FilterBrackets
{
    /// <summary>For each token the position of the bracket that closes it; -1 for what is no opening bracket.</summary>
    /// <param name="problem">The first bracket without its other half, or null.</param>
    internal static int[] Match(IReadOnlyList<FilterToken> tokens, out FilterProblem? problem)
    {
        problem = null;
        var closing = new int[tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            closing[i] = -1;
            var token = tokens[i];
            if (token.Kind != FilterTokenKind.Symbol || token.Text.Length != 1)
                continue;
            if (token.Text[0] is '(' or '[' or '{')
            {
                open.Push(i);
            }
            else if (OpeningOf(token.Text[0]) is { } opening)
            {
                if (open.Count == 0)
                    problem ??= new FilterProblem(token.Start, token.End, $"'{token.Text}' closes nothing");
                else if (tokens[open.Peek()].Text[0] != opening)
                    problem ??= new FilterProblem(token.Start, token.End,
                        $"'{token.Text}' stands where '{tokens[open.Peek()].Text}' has to be closed");
                else
                    closing[open.Pop()] = i;
            }
        }

        if (open.Count > 0)
        {
            var last = tokens[open.Peek()];
            problem ??= new FilterProblem(last.Start, last.End, $"'{last.Text}' is not closed");
        }

        return closing;
    }

    private static char? OpeningOf(char closing) => closing switch { ')' => '(', ']' => '[', '}' => '{', _ => null };
}
