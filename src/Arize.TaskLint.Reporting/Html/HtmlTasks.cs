using System.Globalization;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>What the sections of the page need of the tasks of a report: their order, where they are shown, how serious they are.</summary>
internal sealed class HtmlTasks
{
    private readonly Report report;
    private readonly RenderOptions options;
    private readonly DriftSection drift;
    private readonly Dictionary<ReportTask, string> anchors = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<(string?, string?), ReportFinding> findingsOf;

    internal HtmlTasks(Report report, RenderOptions options)
    {
        (this.report, this.options, drift) = (report, options, new DriftSection(report, new Palette(isOn: false)));
        findingsOf = report.Findings.Where(finding => !finding.Suppressed).ToLookup(finding => (finding.Task, finding.Location?.File));
        All = [.. report.Tasks.OrderBy(task => RankOf(task.Status))];
        Groups = [.. drift.Groups.OrderBy(group => RankOf(group.Tasks[0].Status))];
        SharedReasons =
        [
            .. report.Tasks.Where(task => task is { SharedReason: true, Reason: not null }).GroupBy(task => task.Reason!, StringComparer.Ordinal),
        ];
        var number = 0;
        foreach (var tasks in Groups.Select(group => group.Tasks).Concat(SharedReasons.Select(reason => reason.ToList())))
        {
            number++;
            // A task with changes and a reason that it shares is shown with its changes.
            foreach (var task in tasks)
                anchors.TryAdd(task, $"task-{Number(number)}");
        }
    }

    /// <summary>All tasks, the most serious first.</summary>
    internal IReadOnlyList<ReportTask> All { get; }

    /// <summary>The tasks of which there is something to show, those with the same drift together, the most serious first.</summary>
    internal IReadOnlyList<DriftGroup> Groups { get; }

    /// <summary>The tasks whose reason others share, by that reason.</summary>
    internal IReadOnlyList<IGrouping<string, ReportTask>> SharedReasons { get; }

    /// <summary>Whether a finding is shown with its task, by its position.</summary>
    internal bool Has(int finding) => drift.Has(finding);

    /// <summary>The ID of the element that shows a task; null if there is nothing more to show of it.</summary>
    internal string? AnchorOf(ReportTask task) => anchors.GetValueOrDefault(task);

    /// <summary>What a task judges: the name, or else the ID, of its project or dataset; null if it is not known.</summary>
    internal static string? DataSourceOf(ReportTask task) => task.Project ?? task.Dataset;

    /// <summary>The severity of the worst finding about a task that the team does not accept; null if there is none.</summary>
    internal Severity? SeverityOf(ReportTask task)
    {
        var own = task.Changes.Select(change => change.Finding).Append(task.Finding).OfType<int>()
            .Select(position => report.Findings[position]).Where(finding => !finding.Suppressed);
        var all = own.Concat(findingsOf[(task.Name ?? task.Id, task.Location?.File)]).Select(finding => finding.Severity).ToList();
        return all.Count > 0 ? all.Max() : null;
    }

    /// <summary>The name of a task, as HTML.</summary>
    internal static string NameOf(ReportTask task) => HtmlText.Of(task.Name ?? task.Id ?? "(no name)");

    /// <summary>The status of a task with its sign, as HTML.</summary>
    internal static string Badge(SyncStatus status)
    {
        var word = Words.Of(status);
        return $"<span class=\"badge {word}\"><span aria-hidden=\"true\">{DriftSection.SignOf(status)}</span> {word.Replace('_', ' ')}</span>";
    }

    /// <summary>A severity, as HTML.</summary>
    internal static string Badge(Severity severity) => $"<span class=\"badge {Words.Of(severity)}\">{Words.Of(severity)}</span>";

    /// <summary>A place, as HTML; with a link to it where the platform has one.</summary>
    internal string Place(ReportLocation location) =>
        HtmlText.Link(options.LinkOf?.Invoke(location), $"<code>{HtmlText.Encode(PlaceText.Of(location))}</code>");

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int RankOf(SyncStatus status) => status switch
    {
        SyncStatus.Conflict => 0,
        SyncStatus.Drifted => 1,
        SyncStatus.Missing => 2,
        SyncStatus.Undetermined => 3,
        SyncStatus.Pending => 4,
        SyncStatus.Unmanaged => 5,
        _ => 6,
    };
}
