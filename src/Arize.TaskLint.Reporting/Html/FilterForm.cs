using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>The filters. They are hidden until the script runs, which they need.</summary>
internal static class FilterForm
{
    // One choice is no filter.
    private const int Fewest = 2;

    internal static void Write(HtmlTasks tasks, IReadOnlyCollection<ReportFinding> findings, TextWriter output)
    {
        if (tasks.All.Count + findings.Count < Fewest)
            return;
        output.Write("<form id=\"filters\" role=\"search\" aria-label=\"Filters\" hidden>\n");
        output.Write("<p><label for=\"text\">Text</label><input id=\"text\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></p>\n");
        WriteChoice("status", "Status", tasks.All.Select(task => task.Status).Distinct().Order()
            .Select(status => (Words.Of(status), Words.Of(status).Replace('_', ' '))), output);
        var severities = tasks.All.Select(tasks.SeverityOf).Concat(findings.Select(finding => (Severity?)finding.Severity)).Distinct();
        WriteChoice("severity", "Severity", severities.OrderByDescending(severity => severity ?? Severity.None)
            .Select(severity => severity is { } one ? (Words.Of(one), Words.Of(one)) : ("none", "none")), output);
        var sources = tasks.All.Select(HtmlTasks.DataSourceOf).OfType<string>();
        WriteChoice("source", "Project or dataset", InOrder(sources), output);
        var files = tasks.All.Select(task => task.Location?.File).Concat(findings.Select(finding => finding.Location?.File)).OfType<string>();
        WriteChoice("file", "File", InOrder(files), output);
        output.Write("<p><button type=\"reset\">Show all</button></p>\n");
        output.Write("<output id=\"shown\" for=\"text status severity source file\"></output>\n</form>\n");
    }

    private static IEnumerable<(string, string)> InOrder(IEnumerable<string> names) =>
        names.Distinct().Order(StringComparer.Ordinal).Select(HtmlText.Of).Select(name => (name, name));

    private static void WriteChoice(string id, string label, IEnumerable<(string Value, string Text)> choices, TextWriter output)
    {
        var all = choices.Distinct().ToList();
        if (all.Count < Fewest)
            return;
        output.Write($"<p><label for=\"{id}\">{label}</label><select id=\"{id}\"><option value=\"\">all</option>");
        foreach (var (value, text) in all)
            output.Write($"<option value=\"{value}\">{text}</option>");
        output.Write("</select></p>\n");
    }
}
