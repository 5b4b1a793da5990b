using Arize.TaskLint.Client.Platforms;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Reporting.Markdown;

namespace Arize.TaskLint.Engine.Comments;

/// <summary>Keeps comments on the changed lines of a pull request up to date: one for each finding, the most severe first.</summary>
/// <param name="review">The comments.</param>
/// <param name="prefix">What precedes the path of a file in the repository.</param>
/// <param name="hasSuggestions">Whether a comment proposes a line, which only a result of this job may.</param>
internal sealed class LineComments(LineReview review, string prefix, bool hasSuggestions)
{
    private const string Start = "<!-- tasklint line=";
    private const string End = " -->";

    /// <summary>Writes the comments of findings that are new, and takes back those of findings that are gone.</summary>
    /// <param name="most">How many there are at most.</param>
    /// <returns>How many were written, how many the platform did not accept, and how many were taken back.</returns>
    /// <exception cref="PlatformException">They cannot be read or written.</exception>
    internal async Task<(int Written, int Refused, int Gone)> WriteAsync(IReadOnlyList<Report> reports, int most, CancellationToken cancellation)
    {
        var changed = await review.ChangedLinesAsync(cancellation).ConfigureAwait(false);
        var there = await review.ListAsync(cancellation).ConfigureAwait(false);
        var wanted = reports
            .SelectMany(report => report.Findings.Select((finding, position) => (Report: report, Finding: finding, Position: position)))
            .Where(one => one.Finding is { Suppressed: false, Severity: > Severity.Silent, Location: not null, Fingerprint: { } key } && IsKey(key)
                && changed.TryGetValue(prefix + one.Finding.Location.File, out var lines) && lines.Contains(one.Finding.Location.StartLine))
            .OrderByDescending(one => one.Finding.Severity).DistinctBy(one => one.Finding.Fingerprint).ToList();
        var own = there.Where(one => one.IsOwn && KeyOf(one.Body) is not null).ToList();
        var keys = own.Select(one => KeyOf(one.Body)!).ToHashSet(StringComparer.Ordinal);
        var (written, refused) = (0, 0);
        var suggested = new HashSet<(string, int)>();
        var missing = wanted.Where(one => !keys.Contains(one.Finding.Fingerprint!));
        foreach (var (report, finding, position) in missing.Take(Math.Max(0, most - keys.Count)))
        {
            var (file, line) = (prefix + finding.Location!.File, finding.Location.StartLine);
            // Of two suggestions for a line, each would undo the other.
            var body = BodyOf(report, position, mayShow: suggestion => suggested.Add((file, line)));
            if (await review.CreateAsync(file, line, body, cancellation).ConfigureAwait(false))
                written++;
            else
                refused++;
        }

        var open = wanted.Select(one => one.Finding.Fingerprint!).ToHashSet(StringComparer.Ordinal);
        var gone = own.Where(one => !open.Contains(KeyOf(one.Body)!)).ToList();
        foreach (var comment in gone)
        {
            // What people discussed stays.
            if (!comment.HasReplies)
                await review.DeleteAsync(comment, cancellation).ConfigureAwait(false);
            else
                await review.EndAsync(comment, "✓ This is not reported any more.", cancellation).ConfigureAwait(false);
        }

        return (written, refused, gone.Count);
    }

    private string BodyOf(Report report, int position, Func<string, bool> mayShow)
    {
        var finding = report.Findings[position];
        var suggestion = hasSuggestions && LineSuggestion.Of(report, position) is { } line && mayShow(line)
            ? $"\n\n{MarkdownReport.Block(line, review.SuggestionLanguage)}"
            : "";
        return $"{MarkdownReport.Line(finding)}{suggestion}\n\n{Start}{finding.Fingerprint}{End}";
    }

    private static string? KeyOf(string body)
    {
        // The last line, and no quotation of it.
        var last = body.TrimEnd().Split('\n')[^1];
        return last.StartsWith(Start, StringComparison.Ordinal) && last.EndsWith(End, StringComparison.Ordinal)
            ? last[Start.Length..^End.Length]
            : null;
    }

    // A result may come from anybody, and its words must not end the comment of HTML.
    private static bool IsKey(string key) =>
        key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && !key.Contains("--", StringComparison.Ordinal);
}
