using System.Globalization;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Html;

/// <summary>The table of what tasks would select and judge on a sample.</summary>
internal static class TrialTable
{
    internal static void Write(ReportTry? tried, HtmlTasks tasks, TextWriter output)
    {
        if (tried is null || tried.Tasks.Count == 0)
            return;
        output.Write("<section aria-labelledby=\"trial\">\n<h2 id=\"trial\">On the sample</h2>\n<ul>\n");
        foreach (var sample in tried.Samples)
            output.Write($"<li>{HtmlText.Of(sample.File)}: {Number(sample.Rows)} {(sample.Kind == "spans" ? "spans" : "rows")}</li>\n");
        output.Write("</ul>\n<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">"
            + $"{Head("Task")}{Head("Outcome")}{Head("Selects")}{Head("Judged")}</tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var task in tried.Tasks)
            WriteRow(task, tasks, output);
        output.Write("</tbody>\n</table>\n</section>\n");
    }

    private static string Head(string text) => $"<th scope=\"col\" role=\"columnheader\">{text}</th>";

    private static void WriteRow(ReportTrial task, HtmlTasks tasks, TextWriter output)
    {
        output.Write($"<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{HtmlText.Of(task.Name ?? task.Id ?? "(no name)")}");
        output.Write(task.Location is { } location ? $"<br>{tasks.Place(location)}</th>" : "</th>");
        var outcome = TrySection.WordOf(task.Status) + (task.Reason is { } why ? $": {why}" : "");
        output.Write($"<td role=\"cell\">{HtmlText.Of(outcome)}</td>");
        var before = task.SelectedAtBase is { } atBase && atBase != task.Selected ? $", was {Number(atBase)}" : "";
        var selects = task.Status == TrialStatus.NotTried ? ""
            : $"{TrySection.Range(task.Selected, task.InDoubt)} of {Number(task.Rows)} {task.Unit}{before}";
        output.Write($"<td role=\"cell\">{HtmlText.Of(selects)}</td>");
        output.Write($"<td role=\"cell\" class=\"wide\">{string.Join("<br>", task.Evaluators.Select(Judged))}</td></tr>\n");
    }

    private static string Judged(ReportTrialEvaluator one)
    {
        var lacking = one.Variables.Where(variable => variable.Rows < one.Rows)
            .Select(variable => $"{variable.Name} {Number(variable.Rows!.Value)} of {Number(one.Rows)}").ToList();
        var behind = lacking.Count > 0 ? $" ({string.Join(", ", lacking)})" : "";
        return HtmlText.Of(one.Reason is { } reason
            ? $"{one.Name}: undetermined: {reason}"
            : $"{one.Name}: {TrySection.JudgedOf(one)}{behind}");
    }

    private static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
