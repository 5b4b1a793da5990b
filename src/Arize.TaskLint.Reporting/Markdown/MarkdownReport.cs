using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Markdown;

/// <summary>
/// The report as Markdown, for comments on pull requests and summaries of jobs: the verdict, tables of tasks and findings, folded details.
/// </summary>
public sealed class MarkdownReport : ReportFormat
{
    /// <summary>
    /// The maximum length of a comment on GitHub, in characters. GitLab takes a million, and the summary of a job on GitHub a mebibyte.
    /// </summary>
    public const int MostCharacters = 65_536;

    private const int LongestValue = 120;
    private const int MostChanges = 8;

    // The rows of each table fill the page up to here at most.
    private const double TaskShare = 0.55, FindingShare = 0.8, TrialShare = 0.88, WayShare = 0.95;

    /// <inheritdoc/>
    public override string Name => "markdown";

    /// <inheritdoc/>
    public override string Summary => "for comments and job summaries";

    /// <inheritdoc/>
    public override bool IsHead(string text) => text.StartsWith("### ", StringComparison.Ordinal) && text.Length > 4 && text[4] is '✓' or '✗' or '?';

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output) =>
        output.Write(Of(report, options, options.MostCharacters ?? MostCharacters));

    /// <summary>A name as code in a line, for what is put around a report.</summary>
    public static string Quoted(string name) => MarkdownText.Inline(name, LongestValue);

    /// <summary>A finding in a line.</summary>
    public static string Line(ReportFinding finding) =>
        $"**{Words.Of(finding.Severity)} {MarkdownText.Cell(finding.Rule)}** {MarkdownText.Cell(finding.Message)}";

    /// <summary>Lines as a block of code.</summary>
    /// <param name="language">The word that tells platforms what the block is.</param>
    public static string Block(string lines, string language) => MarkdownText.Block(lines, language);

    private static string Of(Report report, RenderOptions options, int most)
    {
        var page = new MarkdownPage(most);
        page.Add($"### {Verdict.SignOf(report)} {MarkdownText.Cell(Verdict.Of(report))}\n\n");
        if (report.Live is { } live)
            page.Add($"{MarkdownText.Cell(SidesLine.Of(live, report.Base, report.Summary))}\n\n");
        foreach (var failure in report.Unreadable ?? [])
            page.Add($"- not read: {MarkdownText.Inline(failure, 4 * LongestValue)}\n");
        if (report.Unreadable is not null)
            page.Add("\n");
        var drift = new DriftSection(report, new Palette(isOn: false));
        var groups = drift.Groups.OrderBy(group => RankOf(group.Tasks[0].Status)).ToList();
        page.AddTable(
            "| task | status | declared → live |\n|---|---|---|\n", [.. groups.Select(group => TaskRow(group, report, options))], TaskShare, "tasks");
        var findings = report.Findings.Where((finding, i) => !drift.Has(i) && (!finding.Suppressed || options.ShowsSuppressed))
            .OrderByDescending(finding => finding.Suppressed ? Severity.None : finding.Severity).ToList();
        page.AddTable(
            "| finding | place | message |\n|---|---|---|\n",
            [.. findings.Select(finding => FindingRow(finding, options))],
            FindingShare,
            "findings");
        if (report.Try is { } tried)
        {
            page.AddTable(
                "| task on the sample | selects | judged |\n|---|---|---|\n",
                [.. tried.Tasks.Select(task => MarkdownTrial.Row(task, LongestValue))],
                TrialShare,
                "tasks");
        }

        if (!options.IsQuiet)
            page.AddFolded("How to end the drift", [.. groups.Select(group => WaysOf(group, drift)).OfType<string>()], WayShare, "tasks");
        var inSync = report.Tasks.Where(task => task.Status == SyncStatus.InSync).ToList();
        page.AddFolded(inSync.Count == 1 ? "1 task in sync" : $"{Counted.Number(inSync.Count)} tasks in sync",
            [.. inSync.Select(task => $"- {MarkdownText.Inline(task.Name ?? task.Id ?? "(no name)", LongestValue)}\n")], 1, "tasks");
        return page.ToString();
    }

    private static int RankOf(SyncStatus status) => status switch
    {
        SyncStatus.Conflict => 0,
        SyncStatus.Drifted => 1,
        SyncStatus.Missing => 2,
        SyncStatus.Undetermined => 3,
        SyncStatus.Pending => 4,
        _ => 5,
    };

    private static string TaskRow(DriftGroup group, Report report, RenderOptions options)
    {
        var task = group.Tasks[0];
        var others = group.IsShared ? $"<br>and {Counted.Number(group.Tasks.Count - 1)} more, the same in each" : "";
        var place = task.Location is { } location ? $"<br>{PlaceOf(location, options)}" : "";
        var lines = task.Changes.Take(MostChanges).Select(change => ChangeOf(change, report)).ToList();
        if (task.Changes.Count > MostChanges)
            lines.Add($"and {Counted.Number(task.Changes.Count - MostChanges)} more");
        if (task.Reason is { } reason)
            lines.Add(MarkdownText.Cell(reason));
        return $"| {MarkdownText.Code(task.Name ?? task.Id ?? "(no name)", LongestValue)}{place}{others} "
            + $"| {Words.Of(task.Status).Replace('_', ' ')} | {string.Join("<br>", lines)} |\n";
    }

    private static string ChangeOf(ReportChange change, Report report)
    {
        var (declared, live) = (MarkdownText.Code(change.DeclaredText, LongestValue), MarkdownText.Code(change.LiveText, LongestValue));
        var notes = string.Join("; ", NotesOn(change, report));
        return $"{MarkdownText.Code(change.DisplayPath ?? change.Path, LongestValue)}: {declared} → {live}{(notes.Length > 0 ? $" ({notes})" : "")}";
    }

    private static IEnumerable<string> NotesOn(ReportChange change, Report report)
    {
        if (change.Status is { } status)
            yield return Words.Of(status);
        if (change.Ignored)
            yield return change.IgnoredBy?.Reason is { } why ? $"ignored: {MarkdownText.Cell(why)}" : "ignored";
        else if (change.Finding is { } at && report.Findings[at] is { Suppressed: true, Suppression.Kind: not AcceptanceKind.Existing } accepted)
            yield return accepted.Suppression?.Reason is { } reason ? $"suppressed: {MarkdownText.Cell(reason)}" : "suppressed";
        if (change.Consequence is { } consequence)
            yield return MarkdownText.Cell(consequence);
        if (change.Explanation is { } explanation)
            yield return MarkdownText.Cell(explanation);
        if (change.RequiresRecreate)
            yield return "the task must be recreated";
    }

    private static string FindingRow(ReportFinding finding, RenderOptions options)
    {
        var place = finding.Location is { } location ? PlaceOf(location, options) : "";
        var suppressed = !finding.Suppressed ? ""
            : finding.Suppression?.Reason is { } why ? $" (suppressed: {MarkdownText.Cell(why)})"
            : " (suppressed)";
        return $"| {Words.Of(finding.Severity)} {MarkdownText.Cell(finding.Rule)} | {place} | {MarkdownText.Cell(finding.Message)}{suppressed} |\n";
    }

    private static string PlaceOf(ReportLocation location, RenderOptions options)
    {
        var place = MarkdownText.Code(string.Create(CultureInfo.InvariantCulture, $"{location.File}:{location.StartLine}"), LongestValue);
        return options.LinkOf?.Invoke(location) is { } link ? $"[{place}](<{link}>)" : place;
    }

    private static string? WaysOf(DriftGroup group, DriftSection drift)
    {
        using var lines = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        drift.WriteWays(group, lines);
        var name = group.Tasks[0].Name ?? group.Tasks[0].Id ?? "(no name)";
        return lines.ToString() is { Length: > 0 } text
            ? $"{MarkdownText.Inline(name, LongestValue)}\n\n{MarkdownText.Block(text)}\n"
            : null;
    }
}
