namespace Arize.TaskLint.Core.Schema;

/// <summary>Finds the word that may be meant by a misspelt one.</summary>
public static class NearestName
{
    /// <summary>Nobody mistypes a longer word in a way that this finds.</summary>
    internal const int LongestWord = 100;

    [ThreadStatic]
    private static (int[] Before, int[] Last, int[] Row)? rows;

    /// <summary>
    /// The candidate nearest to a word; null if none is near. Letter case and separators are ignored, then at most one slip in three letters is
    /// allowed (a letter too many, missing, wrong, or two swapped).
    /// </summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
            return null;
        var normal = Normal(word);
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var other = Normal(candidate);
            var most = Math.Min(least - 1, Math.Max(normal.Length, other.Length) / 3);
            if (Math.Abs(normal.Length - other.Length) <= most && Distance(normal, other) is var distance && distance <= most)
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Whether two words are equal without letter case and separators.</summary>
    internal static bool IsSame(string one, string other) => Normal(one) == Normal(other);

    /// <summary>
    /// Whether a word is another with a slip or two in it, so that it can be written right without asking: <c>samplng_rate</c>. Words that only
    /// have much in common may mean something else: <c>max_sampling_rate</c>, <c>trace_evaluation</c>.
    /// </summary>
    internal static bool IsSlip(string word, string meant)
    {
        var (one, other) = (Normal(word), Normal(meant));
        if (one.Length == 0 || other.Length == 0 || Math.Abs(one.Length - other.Length) > 1)
            return false;
        var most = one[0] == other[0] && other.Length > 5 ? 2 : 1;
        return Distance(one, other) <= most;
    }

    /// <summary>The number of slips between two words: a letter too many, missing, wrong, or two swapped.</summary>
    internal static int Distance(string one, string other)
    {
        // Three rows of the optimal string alignment table are enough: a swap looks back two.
        var (before, last, row) = RowsFor(other.Length + 1);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }

    // Thousands of words may be compared with thousands, without allocating rows for each pair.
    private static (int[] Before, int[] Last, int[] Row) RowsFor(int length)
    {
        if (rows is not { } kept || kept.Before.Length < length)
            rows = kept = (new int[length], new int[length], new int[length]);
        return kept;
    }

    /// <summary>A word without what does not count: letter case and separators.</summary>
    internal static string Normal(string word)
    {
        var normal = new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c is not ('_' or '-' or ' '))
                normal[length++] = char.ToLowerInvariant(c);
        }

        return new string(normal, 0, length);
    }
}
