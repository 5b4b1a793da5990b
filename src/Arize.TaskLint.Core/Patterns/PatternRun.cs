namespace Arize.TaskLint.Core.Patterns;

/// <summary>The regular expressions of a run: all matches together take a bounded time, and what they leave undecided is known as such.</summary>
/// <param name="clock">The time that has passed since any point; without it, only matches that run out of their own time count.</param>
public sealed class PatternRun(Func<TimeSpan>? clock = null)
{
    // A match takes microseconds: this is enough for more tasks than there are.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);
    private const int MostKept = 64;

    private readonly Dictionary<string, UserPattern?> kept = new(StringComparer.Ordinal);
    private TimeSpan left = MostTime;

    /// <summary>Whether a text matches a pattern; null if that takes too long to determine.</summary>
    internal bool? IsMatch(string pattern, string text)
    {
        if (left <= TimeSpan.Zero)
            return null;
        var start = clock?.Invoke() ?? TimeSpan.Zero;
        var isMatch = Of(pattern)?.IsMatch(text);
        left -= clock is not null ? clock() - start : isMatch is null ? UserPattern.MostTime : TimeSpan.Zero;
        return isMatch;
    }

    private UserPattern? Of(string pattern)
    {
        if (kept.TryGetValue(pattern, out var known))
            return known;
        if (kept.Count == MostKept)
            kept.Clear();
        return kept[pattern] = UserPattern.Read(pattern, out _);
    }
}
