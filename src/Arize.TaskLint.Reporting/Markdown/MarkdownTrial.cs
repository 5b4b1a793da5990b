using System.Globalization;
using Arize.TaskLint.Core.Trials;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting.Markdown;

/// <summary>What came of trying a task, as a row of a table.</summary>
internal static class MarkdownTrial
{
    /// <summary>The row: the task, what it selects, and what each evaluator would judge of that.</summary>
    internal static string Row(ReportTrial task, int longest)
    {
        var name = MarkdownText.Code(task.Name ?? task.Id ?? "(no name)", longest);
        var before = task.SelectedAtBase is { } atBase && atBase != task.Selected ? $", was {Number(atBase)}" : "";
        var selects = task.Status == TrialStatus.NotTried ? ""
            : $"{TrySection.Range(task.Selected, task.InDoubt)} of {Number(task.Rows)} {task.Unit}{before}";
        var judged = task.Evaluators.Select(one => $"{MarkdownText.Code(one.Name, longest)}: "
            + (one.Reason is { } reason ? MarkdownText.Cell($"undetermined: {reason}") : TrySection.JudgedOf(one))).ToList();
        if (task is { SamplingRate: 0, Status: TrialStatus.JudgesNothing })
            judged.Add("nothing at sampling_rate 0");
        if (judged.Count == 0)
            judged.Add(MarkdownText.Cell(TrySection.WordOf(task.Status) + (task.Reason is { } why ? $": {why}" : "")));
        return $"| {name} | {selects} | {string.Join("<br>", judged)} |\n";
    }

    private static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
