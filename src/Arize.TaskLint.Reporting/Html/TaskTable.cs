using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>The table of all tasks.</summary>
internal static class TaskTable
{
    private const int MostPaths = 3;

    // More rows than this scroll within the page.
    private const int MostOpenRows = 40;

    internal static void Write(HtmlTasks tasks, TextWriter output)
    {
        if (tasks.All.Count == 0)
            return;
        // What scrolls is reached by keyboard.
        var scrolls = tasks.All.Count > MostOpenRows ? " class=\"scroll\" role=\"region\" aria-labelledby=\"caption\" tabindex=\"0\"" : "";
        output.Write($"<section aria-labelledby=\"tasks\">\n<h2 id=\"tasks\">Tasks</h2>\n<div{scrolls}>\n<table role=\"table\">\n");
        output.Write("<caption id=\"caption\">All tasks of the run, the most serious first</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">"
            + $"{Head("Task")}{Head("Status")}{Head("Severity")}{Head("What differs")}</tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var task in tasks.All)
            WriteRow(task, tasks, output);
        output.Write("</tbody>\n</table>\n</div>\n</section>\n");
    }

    // With the roles, it stays a table where a phone draws it as a list.
    private static string Head(string text) => $"<th scope=\"col\" role=\"columnheader\">{text}</th>";

    private static void WriteRow(ReportTask task, HtmlTasks tasks, TextWriter output)
    {
        var severity = tasks.SeverityOf(task);
        var anchor = tasks.AnchorOf(task);
        output.Write($"<tr role=\"row\" class=\"row\" data-status=\"{Words.Of(task.Status)}\" data-severity=\"{SeverityWord(severity)}\"");
        output.Write(HtmlTasks.DataSourceOf(task) is { } source ? $" data-source=\"{HtmlText.Of(source)}\"" : "");
        output.Write(task.Location is { } at ? $" data-file=\"{HtmlText.Of(at.File)}\"" : "");
        output.Write(anchor is null ? "" : $" data-task=\"{anchor}\"");
        var name = HtmlTasks.NameOf(task);
        output.Write($"><th scope=\"row\" role=\"rowheader\">{(anchor is null ? name : $"<a href=\"#{anchor}\">{name}</a>")}");
        output.Write(task.Location is { } location ? $"<br>{tasks.Place(location)}</th>" : "</th>");
        output.Write($"<td role=\"cell\">{HtmlTasks.Badge(task.Status)}</td>");
        output.Write($"<td role=\"cell\">{(severity is { } one ? HtmlTasks.Badge(one) : "")}</td>");
        output.Write($"<td role=\"cell\" class=\"wide\">{Differing(task)}</td></tr>\n");
    }

    private static string SeverityWord(Severity? severity) => severity is { } one ? Words.Of(one) : "none";

    private static string Differing(ReportTask task)
    {
        if (task.Changes.Count == 0)
            return "";
        var paths = task.Changes.Take(MostPaths).Select(change => HtmlText.Of(change.DisplayPath ?? change.Path) + Note(change));
        var more = task.Changes.Count > MostPaths ? $" and {HtmlTasks.Number(task.Changes.Count - MostPaths)} more" : "";
        return $"<code>{string.Join(", ", paths)}</code>{more}";
    }

    private static string Note(ReportChange change) =>
        change.Ignored ? " (ignored)" : change.Status == ChangeStatus.Pending ? " (pending)" : "";
}
