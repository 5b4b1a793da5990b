using System.Globalization;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>What a person writes when something is accepted, on the command line or on a terminal.</summary>
internal static class AcceptanceText
{
    /// <summary>Why a text cannot be written into a declaration; null if it can.</summary>
    internal static string? ProblemOf(string text) => text.Any(char.IsControl) || TerminalText.Escape(text) != text
        ? "a reason, an owner and a path are one line of text, without control characters and characters that cannot be seen"
        : null;

    /// <summary>The last day.</summary>
    /// <param name="today">The day, in UTC.</param>
    /// <param name="problem">Why it is none; otherwise null.</param>
    internal static DateTime? DayOf(string text, DateTime today, out string? problem)
    {
        problem = !DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? $"'{text}' is not a day; write it as 2027-01-31"
            : day < today.Date ? $"{text} is over, so nothing would be accepted"
            : null;
        return problem is null ? day : null;
    }
}
