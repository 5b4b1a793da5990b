namespace Arize.TaskLint.Reporting;

/// <summary>Every form.</summary>
public static class ReportFormats
{
    /// <summary>Every form, the default first.</summary>
    public static readonly IReadOnlyList<ReportFormat> All =
        [new Text.TextReport(), new JsonReport(), new Markdown.MarkdownReport(), new Html.HtmlReport()];

    /// <summary>The form of a name, or null.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
