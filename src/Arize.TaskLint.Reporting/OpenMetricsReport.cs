using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>
/// The counts as OpenMetrics, for the textfile collector of Prometheus' node exporter, so that an alert can watch a nightly run. There is no time in
/// it: the collector has that of the file.
/// </summary>
public sealed class OpenMetricsReport : ReportFormat
{
    private const string FirstLine = "# TYPE tasklint_complete gauge\n";

    /// <inheritdoc/>
    public override string Name => "openmetrics";

    /// <inheritdoc/>
    public override string Summary => "counts for Prometheus";

    /// <inheritdoc/>
    public override bool IsHead(string text) => text.StartsWith(FirstLine, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        var summary = report.Summary;
        Family("complete", "Whether everything that was asked for was read and determined.", [("", report.Complete ? 1 : 0)]);
        Family("exit_code", "The exit code of the run.", [("", report.ExitCode)]);
        // A run that failed knows no counts: zero would say that nothing was found.
        if (report.Error is null || report.Unreadable is not null)
        {
            Family("declared_tasks", "Tasks that are declared.", [("", summary.Tasks)]);
            Family("tasks", "Tasks by the status of their comparison.", Statuses(summary).Where(one => one.Count is not null)
                .Select(one => (Label("status", Words.Of(one.Status)), one.Count!.Value)));
            Family("findings", "Findings that are not suppressed, by severity.",
            [
                (Label("severity", "error"), summary.Errors), (Label("severity", "warning"), summary.Warnings),
                (Label("severity", "suggestion"), summary.Suggestions), (Label("severity", "silent"), summary.Silent),
            ]);
            Family("suppressed_findings", "Findings that are suppressed.", [("", summary.Suppressed)]);
            Family("rule_findings", "Findings that are not suppressed, by rule.", report.Findings.Where(finding => !finding.Suppressed)
                .GroupBy(finding => finding.Rule, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => (Label("rule", same.Key), same.Count())));
            Family("task_not_in_sync", "Tasks that are not as declared; 1 for each.", report.Tasks.Where(task => task.Status != SyncStatus.InSync)
                .Select(LabelsOf).GroupBy(labels => labels, StringComparer.Ordinal).SelectMany(Numbered).Select(labels => (labels, 1)));
        }

        output.Write("# EOF\n");

        void Family(string name, string help, IEnumerable<(string Labels, int Value)> samples)
        {
            output.Write($"# TYPE tasklint_{name} gauge\n# HELP tasklint_{name} {help}\n");
            foreach (var (labels, value) in samples)
                output.Write($"tasklint_{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {Counted.Number(value)}\n");
        }
    }

    private static IEnumerable<(SyncStatus Status, int? Count)> Statuses(ReportSummary summary) =>
    [
        (SyncStatus.InSync, summary.InSync), (SyncStatus.Drifted, summary.Drifted), (SyncStatus.Pending, summary.Pending),
        (SyncStatus.Conflict, summary.Conflict), (SyncStatus.Missing, summary.Missing),
        (SyncStatus.Unmanaged, summary.Unmanaged), (SyncStatus.Undetermined, summary.Undetermined),
    ];

    // Two samples with the same labels are not allowed.
    private static IEnumerable<string> Numbered(IEnumerable<string> same) =>
        same.Select((labels, i) => i == 0 ? labels : $"{labels},{Label("copy", Counted.Number(i + 1))}");

    private static string LabelsOf(ReportTask task) => string.Join(',',
    [
        Label("task", task.Name ?? task.Id ?? ""), Label("id", task.Id ?? ""), Label("file", task.Location?.File ?? ""),
        Label("status", Words.Of(task.Status)),
    ]);

    // Line breaks are written out already.
    private static string Label(string name, string value) =>
        $"{name}=\"{TerminalText.Escape(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
