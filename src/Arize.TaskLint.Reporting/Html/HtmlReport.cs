using System.Security.Cryptography;
using System.Text;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>
/// The report as a page in one file, which loads nothing: the verdict, a table of tasks with filters, the differences side by side, the findings.
/// It is complete without its script, which only filters.
/// </summary>
public sealed class HtmlReport : ReportFormat
{
    // Nothing but the page's own style and script, by their hashes: what is injected does nothing.
    private static readonly string Policy =
        $"default-src 'none'; style-src {HashOf(HtmlStyle.Text)}; script-src {HashOf(HtmlScript.Text)}; base-uri 'none'; form-action 'none'";

    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    public override string Summary => "a page in one file";

    /// <inheritdoc/>
    public override bool IsHead(string text) => text.StartsWith(Start, StringComparison.Ordinal);

    private const string Start = "<!DOCTYPE html>\n<!-- A report of tasklint -->\n";

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        var tasks = new HtmlTasks(report, options);
        var findings = report.Findings.Where((finding, i) => !tasks.Has(i) && (!finding.Suppressed || options.ShowsSuppressed))
            .OrderByDescending(finding => finding.Suppressed ? Severity.None : finding.Severity).ToList();
        var verdict = $"{Verdict.SignOf(report)} {HtmlText.Of(Verdict.Of(report))}";
        output.Write($"{Start}<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write("<meta name=\"color-scheme\" content=\"light dark\">\n");
        output.Write($"<title>{verdict}</title>\n<style>{HtmlStyle.Text}</style>\n</head>\n");
        output.Write("<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
        WriteHeader(report, output);
        output.Write("<main id=\"main\" tabindex=\"-1\">\n");
        WriteUnread(report, output);
        var articles = new TaskArticles(report, tasks, options);
        SectionLinks.Write(
            [("tasks", "Tasks", tasks.All.Count), ("undetermined", "Not determined", articles.Undetermined),
                ("differences", "Differences", articles.Determined),
                ("trial", "On the sample", report.Try?.Tasks.Count ?? 0), ("findings", "Findings", findings.Count)],
            output);
        if (tasks.Groups.Count + tasks.SharedReasons.Count + findings.Count == 0 && report.Complete)
            WriteNothingFound(report, output);
        FilterForm.Write(tasks, findings, output);
        TaskTable.Write(tasks, output);
        articles.WriteUndetermined(output);
        articles.WriteDetermined(output);
        TrialTable.Write(report.Try, tasks, output);
        FindingList.Write(findings, tasks, output);
        output.Write("</main>\n<footer><p>");
        output.Write($"{HtmlText.Of(report.Tool.Name)} {HtmlText.Of(report.Tool.Version)} · exit code {HtmlTasks.Number(report.ExitCode)}");
        output.Write("</p></footer>\n");
        output.Write($"<script>{HtmlScript.Text}</script>\n</body>\n</html>\n");
    }

    private static void WriteHeader(Report report, TextWriter output)
    {
        var sign = Verdict.SignOf(report);
        var (css, word) = sign switch
        {
            '✓' => ("passed", "Passed"),
            '?' => ("unknown", "Not determined"),
            _ => ("failed", "Failed"),
        };
        output.Write($"<header class=\"{css}\">\n<p class=\"outcome\"><span aria-hidden=\"true\">{sign}</span> {word}</p>\n");
        output.Write($"<h1>{HtmlText.Of(Verdict.Of(report))}</h1>\n");
        if (report.Live is { } live)
            output.Write($"<p>{HtmlText.Encode(SidesLine.Of(live, report.Base, report.Summary))}</p>\n");
        if (report.Summary is { LiveTasks: { } all, Unmanaged: { } undeclared })
        {
            var are = all == 1 ? "task is" : "tasks are";
            output.Write($"<p>{HtmlTasks.Number(all - undeclared)} of {HtmlTasks.Number(all)} live {are} declared</p>\n");
        }

        if (report.Error is null || report.Unreadable is not null)
            Counts.Write(report, output);
        output.Write("</header>\n");
    }

    private static void WriteUnread(Report report, TextWriter output)
    {
        // The verdict says why a run failed.
        if (report.Unreadable is not { Count: > 0 } unreadable)
            return;
        output.Write("<section aria-labelledby=\"unread\">\n<h2 id=\"unread\">Not read</h2>\n<ul>\n");
        foreach (var failure in unreadable)
            output.Write($"<li>{HtmlText.Of(failure)}</li>\n");
        output.Write("</ul>\n</section>\n");
    }

    private static void WriteNothingFound(Report report, TextWriter output)
    {
        output.Write("<section aria-labelledby=\"nothing\">\n<h2 id=\"nothing\">Nothing found</h2>\n<p>");
        output.Write(report.Compared
            ? "Each declared task is as its declaration has it, and no rule has anything to report."
            : report.Try is not null ? "No rule has anything to report."
            : "No rule has anything to report. The live tasks were not compared: <code>tasklint check</code> compares them.");
        if (report.Summary.Suppressed is > 0 and var suppressed)
            output.Write($" {HtmlTasks.Number(suppressed)} {(suppressed == 1 ? "finding is" : "findings are")} suppressed, and not shown.");
        output.Write("</p>\n</section>\n");
    }

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
