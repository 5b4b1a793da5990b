using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>What there is to show of each task: its differences side by side, and how they end.</summary>
internal sealed class TaskArticles(Report report, HtmlTasks tasks, RenderOptions options)
{
    // More tasks than this are folded: a browser lays out only what is open. To leave that to 'content-visibility' makes the Tab key slow.
    private const int MostOpen = 50;

    private readonly bool isFolded = tasks.Groups.Count > MostOpen;
    private readonly List<DriftGroup> determined = [.. tasks.Groups.Where(group => group.Tasks[0].Status != SyncStatus.Undetermined)];
    private readonly List<DriftGroup> undetermined = [.. tasks.Groups.Where(group => group.Tasks[0].Status == SyncStatus.Undetermined)];

    /// <summary>The number of tasks whose status is known, and of which there is something to show.</summary>
    internal int Determined => determined.Sum(group => group.Tasks.Count);

    /// <summary>The number of tasks whose status is not known, or is that of a part of them.</summary>
    internal int Undetermined => undetermined.Count + tasks.SharedReasons.Sum(reason => reason.Count());

    /// <summary>Writes the differences of the tasks whose status is known.</summary>
    internal void WriteDetermined(TextWriter output)
    {
        if (determined.Count == 0)
            return;
        output.Write("<section aria-labelledby=\"differences\">\n<h2 id=\"differences\">Differences</h2>\n");
        foreach (var group in determined)
            WriteGroup(group, output);
        output.Write("</section>\n");
    }

    /// <summary>Writes what could not be determined, and why.</summary>
    internal void WriteUndetermined(TextWriter output)
    {
        if (Undetermined == 0)
            return;
        output.Write("<section aria-labelledby=\"undetermined\">\n<h2 id=\"undetermined\">Not determined</h2>\n"
            + "<p>It is not known whether these tasks are in sync.</p>\n");
        foreach (var reason in tasks.SharedReasons)
        {
            WriteStart(reason.First(), HtmlText.Of(reason.Key), output);
            WriteMembers([.. reason], output);
            WriteEnd(output);
        }

        foreach (var group in undetermined)
            WriteGroup(group, output);
        output.Write("</section>\n");
    }

    private void WriteGroup(DriftGroup group, TextWriter output)
    {
        var task = group.Tasks[0];
        var name = group.IsShared ? $"{HtmlTasks.Number(group.Tasks.Count)} tasks, the same in each" : HtmlTasks.NameOf(task);
        WriteStart(task, name, output);
        if (group.IsShared)
            WriteMembers(group.Tasks, output);
        else
            output.Write($"<p class=\"facts\">{string.Join(" · ", FactsOf(task))}</p>\n");
        if (task.Status == SyncStatus.Unmanaged)
            output.Write("<p>No declaration has this live task.</p>\n");
        if (task.Reason is { } reason)
            output.Write($"<p>{HtmlText.Of(reason)}</p>\n");
        foreach (var change in task.Changes)
            WriteChange(change, isShared: group.IsShared, output);
        if (!options.IsQuiet)
            WaysFold.Write(report, group, tasks, output);
        WriteEnd(output);
    }

    // Browsers open the fold around the target of a link.
    private void WriteStart(ReportTask task, string title, TextWriter output)
    {
        var anchor = tasks.AnchorOf(task);
        var head = $"<h3>{HtmlTasks.Badge(task.Status)} {title}</h3>";
        output.Write(isFolded
            ? $"<article class=\"task\" data-task=\"{anchor}\">\n<details><summary>{head}</summary>\n<div id=\"{anchor}\">\n"
            : $"<article class=\"task\" data-task=\"{anchor}\" id=\"{anchor}\">\n{head}\n");
    }

    private void WriteEnd(TextWriter output) => output.Write(isFolded ? "</div>\n</details>\n</article>\n" : "</article>\n");

    private void WriteMembers(IReadOnlyList<ReportTask> members, TextWriter output)
    {
        output.Write($"<details><summary>{HtmlTasks.Number(members.Count)} {(members.Count == 1 ? "task" : "tasks")}</summary>\n<ul>\n");
        foreach (var task in members)
            output.Write($"<li>{HtmlTasks.NameOf(task)} <span class=\"facts\">{string.Join(" · ", FactsOf(task))}</span></li>\n");
        output.Write("</ul>\n</details>\n");
    }

    private IEnumerable<string> FactsOf(ReportTask task)
    {
        if (task.Location is { } location)
            yield return tasks.Place(location);
        if (task.Name is not null && task.Id is { } id)
            yield return $"<code>{HtmlText.Of(id)}</code>";
        if (task.Finding is { } position)
            yield return RuleOf(report.Findings[position]);
        if (Instants.Shown(task.UpdatedAt) is { } updated && task.Status is SyncStatus.Drifted or SyncStatus.Conflict)
            yield return HtmlText.Of($"last changed {updated}");
    }

    private static string RuleOf(ReportFinding finding) => HtmlText.Link(finding.HelpUri, HtmlText.Of(finding.Rule));

    private void WriteChange(ReportChange change, bool isShared, TextWriter output)
    {
        output.Write($"<div class=\"change\">\n<h4><code>{HtmlText.Of(change.DisplayPath ?? change.Path)}</code></h4>\n");
        if (change.Finding is { } position)
            output.Write($"<p class=\"facts\">{FindingOf(report.Findings[position], isShared ? null : change.Location)}</p>\n");
        var notes = string.Concat(NotesOn(change).Select(note => $"<li>{note}</li>"));
        if (notes.Length > 0)
            output.Write($"<ul class=\"notes\">{notes}</ul>\n");
        ValueSides.Write(change, output);
        if (change.Terms is { Count: > 0 } terms)
            output.Write($"<ul class=\"terms\" aria-label=\"The terms that differ\">{string.Concat(terms.Select(TermOf))}</ul>\n");
        output.Write("</div>\n");
    }

    private static string TermOf(ReportTerm term) => term switch
    {
        { Declared: { } declared, Live: { } live } => $"<li>changed: <code>{HtmlText.Of(declared)}</code> → <code>{HtmlText.Of(live)}</code></li>",
        { Declared: { } declared } => $"<li>only declared: <code>{HtmlText.Of(declared)}</code></li>",
        _ => $"<li>only live: <code>{HtmlText.Of(term.Live ?? "")}</code></li>",
    };

    private IEnumerable<string> NotesOn(ReportChange change)
    {
        var finding = change.Finding is { } position ? report.Findings[position] : null;
        if (change.Consequence is { } consequence)
            yield return $"<strong>{HtmlText.Of(consequence)}</strong>";
        if (change.Status is { } status and not ChangeStatus.Drifted)
            yield return Words.Of(status);
        if (change.Ignored)
            yield return Accepted("ignored", change.IgnoredBy?.Reason, change.IgnoredBy?.Owner, change.IgnoredBy?.Until);
        else if (finding is { Suppressed: true, Suppression.Kind: AcceptanceKind.Existing })
            yield return "it differed before this change already, and does not fail the run";
        else if (finding is { Suppressed: true })
            yield return Accepted("suppressed", finding.Suppression?.Reason, owner: null, finding.Suppression?.Until);
        if (change.Explanation is { } explanation)
            yield return HtmlText.Of(explanation);
        if (change.RequiresRecreate)
            yield return "the task must be recreated";
    }

    // Of several tasks, there is no one place.
    private string FindingOf(ReportFinding finding, ReportLocation? place) =>
        $"{(finding.Suppressed ? "" : Words.Of(finding.Severity) + " ")}{RuleOf(finding)}{(place is null ? "" : $" at {tasks.Place(place)}")}";

    private static string Accepted(string how, string? reason, string? owner, string? until) =>
        how + (until is null ? "" : $" until {HtmlText.Of(until)}")
            + (reason is null ? "" : $": {HtmlText.Of(reason)}")
            + (owner is null ? "" : $" ({HtmlText.Of(owner)})");
}
