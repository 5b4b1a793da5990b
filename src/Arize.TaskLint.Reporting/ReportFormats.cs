namespace Arize.TaskLint.Reporting;

/// <summary>Every form.</summary>
public static class ReportFormats
{
    /// <summary>Every form, the default first.</summary>
    public static readonly IReadOnlyList<ReportFormat> All =
    [
        new Text.TextReport(),
        new JsonReport(),
        new Html.HtmlReport(),
        new Markdown.MarkdownReport(),
        new SarifReport(),
        new GitHubReport(),
        new GitLabReport(),
        new AzureReport(),
        new JUnitReport(),
        new MsBuildReport(),
        new SlackReport(),
        new OpenMetricsReport(),
    ];

    /// <summary>The form of a name, or null.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
