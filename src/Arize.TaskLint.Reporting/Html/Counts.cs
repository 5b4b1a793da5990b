using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>The counts at the top of the page.</summary>
internal static class Counts
{
    internal static void Write(Report report, TextWriter output)
    {
        var summary = report.Summary;
        var items = new List<string>();
        void Tasks(int? count, SyncStatus status)
        {
            if (count > 0)
                items.Add($"<li class=\"{Words.Of(status)}\"><b>{HtmlTasks.Number(count.Value)}</b> {Words.Of(status).Replace('_', ' ')}</li>");
        }

        void Findings(int count, string css, string word)
        {
            var ending = count == 1 || css is "silent" or "suppressed" ? "" : "s";
            if (count > 0)
                items.Add($"<li class=\"{css}\"><b>{HtmlTasks.Number(count)}</b> {word}{ending}</li>");
        }

        var tasks = summary.Tasks == 1 ? "task" : "tasks";
        items.Add($"<li><b>{HtmlTasks.Number(summary.Tasks)}</b> {tasks} {(report.Compared ? "checked" : "linted")}</li>");
        Tasks(summary.InSync, SyncStatus.InSync);
        Tasks(summary.Conflict, SyncStatus.Conflict);
        Tasks(summary.Drifted, SyncStatus.Drifted);
        Tasks(summary.Missing, SyncStatus.Missing);
        Tasks(summary.Undetermined, SyncStatus.Undetermined);
        Tasks(summary.Pending, SyncStatus.Pending);
        Tasks(summary.Unmanaged, SyncStatus.Unmanaged);
        Findings(summary.Errors, Words.Of(Severity.Error), "error");
        Findings(summary.Warnings, Words.Of(Severity.Warning), "warning");
        Findings(summary.Suggestions, Words.Of(Severity.Suggestion), "suggestion");
        Findings(summary.Silent, Words.Of(Severity.Silent), "silent");
        Findings(summary.Suppressed, "suppressed", "suppressed");
        output.Write($"<ul class=\"counts\" aria-label=\"Counts\">{string.Concat(items)}</ul>\n");
    }
}
