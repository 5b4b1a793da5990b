namespace Arize.TaskLint.Core.Patterns;

/// <summary>
/// Size and nesting of a regular expression, measured before .NET parses it: its parser and its matchers call themselves for each level, and
/// repetition multiplies what a matcher without backtracking has to build.
/// </summary>
internal static class PatternShape
{
    private const int LongestPattern = 4000;
    private const int DeepestGroup = 100;
    private const int MostSubtractions = 50;

    /// <summary>Why a pattern is not passed to .NET; null if it is small enough.</summary>
    internal static string? Excess(string pattern)
    {
        if (pattern.Length > LongestPattern)
            return FormattableString.Invariant($"it has more than {LongestPattern} characters");
        // Counted over the whole pattern: how .NET finds the end of a class need not be repeated here then.
        if (CountOf(pattern, "-[") > MostSubtractions)
            return FormattableString.Invariant($"it subtracts more than {MostSubtractions} classes from others");
        return Measure(pattern).Depth > DeepestGroup
            ? FormattableString.Invariant($"its groups are nested more than {DeepestGroup} levels deep")
            : null;
    }

    /// <summary>The approximate number of states of a matcher without backtracking, with repetitions expanded.</summary>
    internal static long SizeOf(string pattern) => Measure(pattern).Size;

    private static (int Depth, long Size) Measure(string pattern)
    {
        var around = new Stack<long>();
        var (deepest, size, last) = (0, 0L, 0L);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    around.Push(size);
                    (size, last) = (0, 0);
                    deepest = Math.Max(deepest, around.Count);
                    break;
                case ')' when around.Count > 0:
                    last = size;
                    size += around.Pop();
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    (size, last) = (size + 1, 1);
                    break;
                case '{' when TryCount(pattern, i, out var count, out var end):
                    // Saturates far above any size that is of use.
                    size += Math.Min(last * Math.Max(count - 1, 0), int.MaxValue);
                    last = Math.Min(last * count, int.MaxValue);
                    i = end;
                    break;
                case '*' or '+' or '?' or '|' or '^' or '$':
                    size++;
                    break;
                default:
                    i += pattern[i] == '\\' ? 1 : 0;
                    (size, last) = (size + 1, 1);
                    break;
            }
        }

        return (deepest, size);
    }

    // The first ']' of a class is a character of it.
    private static int EndOfClass(string pattern, int open)
    {
        var i = open + 1;
        if (i < pattern.Length && pattern[i] == '^')
            i++;
        for (var first = i; i < pattern.Length && (pattern[i] != ']' || i == first); i++)
            i += pattern[i] == '\\' ? 1 : 0;
        return Math.Min(i, pattern.Length - 1);
    }

    private static bool TryCount(string pattern, int open, out long count, out int end)
    {
        (count, end) = (0, open + 1);
        var number = 0L;
        for (; end < pattern.Length && pattern[end] is (>= '0' and <= '9') or ','; end++)
        {
            number = pattern[end] == ',' ? 0 : Math.Min((number * 10) + (pattern[end] - '0'), int.MaxValue);
            count = Math.Max(count, number);
        }

        return end < pattern.Length && pattern[end] == '}' && end > open + 1;
    }

    private static int CountOf(string text, string part)
    {
        var count = 0;
        for (var i = text.IndexOf(part, StringComparison.Ordinal); i >= 0; i = text.IndexOf(part, i + part.Length, StringComparison.Ordinal))
            count++;
        return count;
    }
}
