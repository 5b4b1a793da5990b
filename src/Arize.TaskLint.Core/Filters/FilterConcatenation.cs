namespace Arize.TaskLint.Core.Filters;

/// <summary>
/// Finds each <c>||</c> of a filter that joins texts, as in SQL: one beside a quoted text, without a condition on one of its sides.
/// </summary>
internal static class FilterConcatenation
{
    /// <summary>Whether each token is such a symbol; null if none is.</summary>
    /// <param name="closing">For each opening bracket the position of the one that closes it.</param>
    internal static bool[]? Find(IReadOnlyList<FilterToken> tokens, int[] closing)
    {
        bool[]? found = null;
        int[]? conditions = null;
        var outer = new Stack<Segment>();
        var segment = new Segment(0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (closing[i] >= 0)
            {
                outer.Push(segment);
                segment = new Segment(i + 1);
            }
            else if (outer.Count > 0 && IsClosing(token))
            {
                segment = outer.Pop();
            }
            else if (token.IsWord("BETWEEN"))
            {
                segment.Bounds++;
            }
            else if (token.IsWord("AND") && segment.Bounds > 0)
            {
                segment.Bounds--;
            }
            else if (token.IsSymbol("||"))
            {
                conditions ??= Count(tokens);
                // Parts that were searched are not searched again.
                var hasCondition = segment.HasCondition || HasCondition(segment.Start, i);
                if (IsBesideText(tokens, i) && !(hasCondition && HasCondition(i + 1, EndOf(i + 1))))
                {
                    (found ??= new bool[tokens.Count])[i] = true;
                    segment = segment with { Start = i + 1, HasCondition = hasCondition };
                }
                else
                {
                    segment = new Segment(i + 1);
                }
            }
            else if (Ends(token))
            {
                segment = new Segment(i + 1);
            }
        }

        return found;

        bool HasCondition(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                // Arguments of functions are not examined.
                var isCall = closing[i] >= 0 && i > start && tokens[i - 1].Kind == FilterTokenKind.Word
                    && !FilterTokens.IsOperatorWord(tokens[i - 1].Text);
                if (!isCall && conditions![closing[i] >= 0 ? closing[i] : i + 1] > conditions[i])
                    return true;
                i = closing[i] >= 0 ? closing[i] : i;
            }

            return false;
        }

        int EndOf(int start)
        {
            var i = start;
            while (i < tokens.Count && !Ends(tokens[i]) && !tokens[i].IsSymbol("||") && !IsClosing(tokens[i]))
                i = closing[i] >= 0 ? closing[i] + 1 : i + 1;
            return i;
        }
    }

    private static bool IsBesideText(IReadOnlyList<FilterToken> tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && (IsText(tokens[i - 1]) || IsText(tokens[i + 1]))
        && !Ends(tokens[i - 1]) && !tokens[i - 1].IsSymbol("||") && !Ends(tokens[i + 1])
        && !tokens[i + 1].IsSymbol("||") && !IsClosing(tokens[i + 1]);

    private static bool IsText(FilterToken token) => token.Kind is FilterTokenKind.Text or FilterTokenKind.Typographic;

    private static bool Ends(FilterToken token) => token.IsWord("AND") || token.IsWord("OR") || token.IsSymbol("&&") || token.IsSymbol(",");

    private static bool IsClosing(FilterToken token) => token.IsSymbol(")") || token.IsSymbol("]") || token.IsSymbol("}");

    // For each position, the number of tokens before it that indicate a condition.
    private static int[] Count(IReadOnlyList<FilterToken> tokens)
    {
        var counts = new int[tokens.Count + 1];
        for (var i = 0; i < tokens.Count; i++)
        {
            var isOperator = FilterTokens.IsComparison(tokens[i])
                || (tokens[i].Kind == FilterTokenKind.Word && FilterTokens.IsOperatorWord(tokens[i].Text));
            counts[i + 1] = counts[i] + (isOperator ? 1 : 0);
        }

        return counts;
    }

    // The text between two connectives: where the part that is not searched yet begins, and whether a condition precedes it.
    private record struct Segment(int Start)
    {
        internal bool HasCondition { get; set; }

        internal int Bounds { get; set; }
    }
}
