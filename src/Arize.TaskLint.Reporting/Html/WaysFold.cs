using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>How the drift of a task ends, either way: take the live value, restore the declared one, or accept the difference.</summary>
internal static class WaysFold
{
    internal static void Write(Report report, DriftGroup group, HtmlTasks tasks, TextWriter output)
    {
        var task = group.Tasks[0];
        var isPending = task.Status == SyncStatus.Pending;
        var open = task.Changes.Where(change => change.Edit is not null && !Verdict.IsAccepted(report, change)).ToList();
        if (open.Count == 0 && !(isPending && task.Update is not null))
            return;
        output.Write($"<details class=\"ways\"><summary>{(isPending ? "How to apply it" : "How to end it")}</summary>\n");
        if (open.Count > 0)
        {
            output.Write("<h4>Take the live value: edit the declaration</h4>\n");
            foreach (var change in open)
            {
                var place = change.Location is { } location && !group.IsShared ? $"<p class=\"facts\">{tasks.Place(location)}</p>" : "";
                output.Write($"{place}<pre>{HtmlText.Of(change.Edit!)}</pre>\n");
            }
        }

        if (task.Update is { } update)
        {
            output.Write($"<h4>{(isPending ? "Apply the declaration" : "Restore the declared value")}: update the live task</h4>\n");
            WriteUpdate(update, group, output);
        }

        if (open.Count > 0)
        {
            output.Write("<h4>Accept the difference: an entry in the declaration</h4>\n");
            var entries = open.Select(change => change.Accept).OfType<string>().ToList();
            foreach (var entry in entries is [['{', ..], ..] ? [$"ignore: [{string.Join(", ", entries)}]"] : entries)
                output.Write($"<pre>{HtmlText.Of(entry)}</pre>\n");
        }

        output.Write("</details>\n");
    }

    private static void WriteUpdate(ReportUpdate update, DriftGroup group, TextWriter output)
    {
        var together = group.IsShared ? WaysSection.Together(group) : null;
        var commands = together is not null ? [together]
            : group.Tasks.SelectMany(task => new[] { task.Update?.Ax, group.IsShared && task.Update?.Ax is not null ? null : task.Update?.Curl });
        foreach (var command in commands.OfType<string>())
            output.Write($"<pre>{HtmlText.Of(command)}</pre>\n");
        foreach (var note in (update.Unrestorable ?? []).Concat(update.Notes ?? []))
            output.Write($"<p>{HtmlText.Of(note)}</p>\n");
    }
}
