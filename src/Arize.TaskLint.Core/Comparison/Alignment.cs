namespace Arize.TaskLint.Core.Comparison;

/// <summary>Which entries of two ordered lists belong together, so that one entry put in or taken out is one difference and not many.</summary>
internal static class Alignment
{
    /// <summary>
    /// Pairs of positions: entries that are the same at both ends belong together; what is between them goes by position, and the rest
    /// of the longer side stands alone.
    /// </summary>
    internal static IEnumerable<(int? Declared, int? Live)> Of(int declared, int live, Func<int, int, bool> same)
    {
        var head = 0;
        var tail = 0;
        if (declared != live)
        {
            var shorter = Math.Min(declared, live);
            while (head < shorter && same(head, head))
                head++;
            while (tail < shorter - head && same(declared - 1 - tail, live - 1 - tail))
                tail++;
        }

        for (var i = 0; i < head; i++)
            yield return (i, i);
        var between = Math.Max(declared, live) - head - tail;
        for (var i = head; i < head + between; i++)
            yield return (i < declared - tail ? i : null, i < live - tail ? i : null);
        for (var i = tail; i > 0; i--)
            yield return (declared - i, live - i);
    }
}
