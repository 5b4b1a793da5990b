using System.Text.RegularExpressions;

namespace Arize.TaskLint.Core.Patterns;

/// <summary>A regular expression from an untrusted source: limited in size, and matched within a limited time.</summary>
internal sealed class UserPattern
{
    // RegexOptions.NonBacktracking, which .NET 7 and later have.
    private const RegexOptions NonBacktracking = (RegexOptions)1024;
    private const long LargestWithoutBacktracking = 2000;

    private static readonly TimeSpan BacktrackingTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private readonly string pattern;
    private Regex? regex;
    private bool backtracks = true;

    private UserPattern(string pattern, Regex regex) => (this.pattern, this.regex) = (pattern, regex);

    /// <summary>The longest time that a match takes.</summary>
    internal static TimeSpan MostTime => BacktrackingTime + LongestMatch;

    /// <summary>Reads a pattern; null if it is invalid or too large.</summary>
    /// <param name="error">The message about it; null if there is none.</param>
    internal static UserPattern? Read(string pattern, out string? error)
    {
        error = PatternShape.Excess(pattern);
        if (error is not null)
            return null;
        try
        {
            return new UserPattern(pattern, new Regex(pattern, RegexOptions.CultureInvariant, BacktrackingTime));
        }
        catch (Exception invalid) when (invalid is ArgumentException or InsufficientExecutionStackException)
        {
            // The message repeats the pattern, which may be long.
            error = pattern.Length > 0 ? invalid.Message.Replace(pattern, Excerpt.Of(pattern)) : invalid.Message;
            return null;
        }
    }

    /// <summary>
    /// A matcher whose time grows only with the text; null if the runtime, the pattern's constructs or its size do not allow for one.
    /// </summary>
    internal static Regex? WithoutBacktracking(string pattern, TimeSpan limit)
    {
        if (PatternShape.SizeOf(pattern) > LargestWithoutBacktracking)
            return null;
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | NonBacktracking, limit);
        }
        catch (Exception unsupported) when (unsupported is NotSupportedException or ArgumentException or InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>Whether a text matches; null if that takes too long to determine.</summary>
    internal bool? IsMatch(string text)
    {
        if (regex is null)
            return null;
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            if (!backtracks)
                return null;
            // Few patterns ever backtrack for long, and to build a matcher that does not takes a while.
            backtracks = false;
            regex = WithoutBacktracking(pattern, LongestMatch);
            return IsMatch(text);
        }
    }
}
