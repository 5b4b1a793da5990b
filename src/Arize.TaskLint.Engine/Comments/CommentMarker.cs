using System.Globalization;

namespace Arize.TaskLint.Engine.Comments;

/// <summary>The last line of a comment, which readers do not see: it finds the comment again, and tells an older run from a newer one.</summary>
/// <param name="Id">Tells the comments of several jobs apart.</param>
/// <param name="Workflow">The workflow or pipeline whose runs are counted.</param>
/// <param name="Run">The number of the run; 0 if it is not known.</param>
/// <param name="Attempt">The attempt of the run.</param>
/// <param name="At">When the comment was written, in UTC.</param>
internal sealed record CommentMarker(string Id, string Workflow, long Run, int Attempt, DateTimeOffset At)
{
    private const string Start = "<!-- tasklint id=";
    private const string End = " -->";

    /// <summary>The line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Start}{Plain(Id)} workflow={Plain(Workflow)} run={Run}.{Attempt} at={At:yyyy-MM-ddTHH:mm:ssZ}{End}");

    /// <summary>The marker of a comment; null if it has none of this form.</summary>
    internal static CommentMarker? Of(string body)
    {
        // The last line: a comment that quotes another one, as some bots do, is not it.
        var last = body.TrimEnd().Split('\n')[^1];
        if (!last.StartsWith(Start, StringComparison.Ordinal) || !last.EndsWith(End, StringComparison.Ordinal))
            return null;
        if (last[Start.Length..^End.Length].Split(' ') is not [var id, var workflow, var run, var time]
            || After(workflow, "workflow=") is not { } name || After(run, "run=") is not { } ofRun || After(time, "at=") is not { } day)
        {
            return null;
        }

        var numbers = ofRun.Split('.');
        return numbers.Length == 2 && long.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            && DateTimeOffset.TryParse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var written)
            ? new CommentMarker(id, name, number, attempt, written)
            : null;
    }

    /// <summary>Whether it is of the same comment.</summary>
    internal bool IsOf(CommentMarker other) => Plain(Id) == Plain(other.Id);

    /// <summary>Whether it is of a later run of the same workflow.</summary>
    internal bool IsLaterThan(CommentMarker other) =>
        Plain(Workflow) == Plain(other.Workflow) && Run > 0 && other.Run > 0 && (Run, Attempt).CompareTo((other.Run, other.Attempt)) > 0;

    /// <summary>The body without its marker.</summary>
    internal static string TextOf(string body) =>
        body.LastIndexOf(Start, StringComparison.Ordinal) is >= 0 and var at ? body[..at].TrimEnd().ReplaceLineEndings("\n") : body;

    private static string? After(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;

    // No sign in it ends the comment of HTML.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' ? c : '_'));
}
