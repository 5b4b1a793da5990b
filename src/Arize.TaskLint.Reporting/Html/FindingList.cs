using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>The findings that are not shown with a task.</summary>
internal static class FindingList
{
    internal static void Write(IReadOnlyCollection<ReportFinding> findings, HtmlTasks tasks, TextWriter output)
    {
        if (findings.Count == 0)
            return;
        output.Write("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n");
        foreach (var line in FindingLine.Of(findings))
            WriteLine(line, tasks, output);
        output.Write("</section>\n");
    }

    private static void WriteLine(FindingLine line, HtmlTasks tasks, TextWriter output)
    {
        var finding = line.Finding;
        output.Write($"<article class=\"finding row\" data-severity=\"{Words.Of(finding.Severity)}\"");
        output.Write(finding.Location is { } at ? $" data-file=\"{HtmlText.Of(at.File)}\">\n" : ">\n");
        output.Write($"<h3>{HtmlTasks.Badge(finding.Severity)} {HtmlText.Link(finding.HelpUri, HtmlText.Of(finding.Rule))} ");
        output.Write($"<span class=\"message\">{HtmlText.Of(finding.Message)}{HtmlText.Encode(line.Suffix)}</span></h3>\n");
        var places = new[] { finding.Location }.Concat(finding.Related ?? []).OfType<ReportLocation>().Select(tasks.Place).ToList();
        if (places.Count > 0)
            output.Write($"<p class=\"facts\">{string.Join(" · also ", places)}</p>\n");
        if (finding is { Source: { } source, Location: { } location })
            WriteSource(source, location.StartLine, output);
        if (finding.Example is { } example)
            output.Write($"<p>It is written so:</p>\n<pre>{HtmlText.Encode(HtmlText.Lines(example))}</pre>\n");
        if (finding.Fixable == true)
            output.Write("<p><code>tasklint lint --fix</code> resolves it.</p>\n");
        if (finding.Suppressed)
        {
            var reason = finding.Suppression?.Reason is { } why ? $": {HtmlText.Of(why)}" : "";
            output.Write($"<p>The team accepts it{(finding.Suppression?.Until is { } until ? $" until {HtmlText.Of(until)}" : "")}{reason}</p>\n");
        }

        output.Write("</article>\n");
    }

    private static void WriteSource(ReportSource source, int line, TextWriter output)
    {
        var from = Math.Clamp(source.Start, 0, source.Text.Length);
        var to = from + Math.Clamp(source.Length, 0, source.Text.Length - from);
        var marked = to > from ? $"<mark>{Shown(source.Text[from..to])}</mark>" : "<mark class=\"empty\"></mark>";
        output.Write($"<pre><span class=\"line\">{HtmlTasks.Number(line)}</span> {(source.IsCut == true ? "…" : "")}");
        output.Write($"{Shown(source.Text[..from])}{marked}{Shown(source.Text[to..])}</pre>\n");
    }

    private static string Shown(string text) => HtmlText.Of(text.Replace('\t', ' '));
}
