using System.Globalization;

namespace Arize.TaskLint.Reporting;

/// <summary>What the types of a report do not say of the values in a saved one.</summary>
internal static class ReportShape
{
    /// <summary>The path of the first value that no result has, such as <c>$.findings[0].location.startLine</c>; null if there is none.</summary>
    /// <param name="report">The report, as it was read.</param>
    internal static string? WrongIn(Report report) =>
        (report.ExitCode is (>= 0 and <= 3) or 130 or 143 ? null : "$.exitCode")
        ?? In("$.findings", report.Findings, InFinding)
        ?? In("$.tasks", report.Tasks, InTask)
        ?? In("$.rules", report.Rules)
        ?? In("$.try.samples", report.Try?.Samples)
        ?? In("$.try.tasks", report.Try?.Tasks, InTrial)
        ?? In("$.unreadable", report.Unreadable)
        ?? In("$.live.spaces", report.Live?.Spaces);

    private static string? InFinding(string path, ReportFinding finding) =>
        InLocation($"{path}.location", finding.Location)
        ?? In($"{path}.related", finding.Related, InLocation)
        ?? InSource($"{path}.source", finding.Source)
        ?? In($"{path}.fix.edits", finding.Fix?.Edits, (own, edit) => InLocation($"{own}.location", edit.Location));

    private static string? InTask(string path, ReportTask task) =>
        InLocation($"{path}.location", task.Location)
        ?? In($"{path}.changes", task.Changes, InChange)
        ?? In($"{path}.update.unrestorable", task.Update?.Unrestorable)
        ?? In($"{path}.update.notes", task.Update?.Notes);

    private static string? InTrial(string path, ReportTrial trial) =>
        InLocation($"{path}.location", trial.Location)
        ?? InFilter($"{path}.filter", trial.Filter)
        ?? In($"{path}.filters", trial.Filters, InFilter)
        ?? In($"{path}.evaluators", trial.Evaluators, InEvaluator);

    private static string? InFilter(string path, ReportTrialFilter? filter) =>
        In($"{path}.terms", filter?.Terms) ?? In($"{path}.notes", filter?.Notes);

    private static string? InEvaluator(string path, ReportTrialEvaluator evaluator) =>
        InFilter($"{path}.filter", evaluator.Filter)
        ?? In($"{path}.variables", evaluator.Variables, (own, variable) => In($"{own}.fitting", variable.Fitting));

    private static string? InChange(string path, ReportChange change) =>
        InLocation($"{path}.location", change.Location) ?? In($"{path}.terms", change.Terms);

    private static string? InLocation(string path, ReportLocation? place) =>
        place is null ? null
        : place.StartLine < 1 ? $"{path}.startLine"
        : place.StartColumn < 1 ? $"{path}.startColumn"
        : place.EndLine < place.StartLine ? $"{path}.endLine"
        : place.EndColumn < (place.EndLine == place.StartLine ? place.StartColumn : 1) ? $"{path}.endColumn"
        : null;

    private static string? InSource(string path, ReportSource? source) =>
        source is null ? null
        : source.Start < 0 || source.Start > source.Text.Length ? $"{path}.start"
        : source.Length < 0 || source.Length > source.Text.Length - source.Start ? $"{path}.length"
        : null;

    // JSON can have null in any list, whatever the type of its entries says.
    private static string? In<T>(string path, IReadOnlyList<T>? list, Func<string, T, string?>? inEntry = null)
    {
        for (var i = 0; i < (list?.Count ?? 0); i++)
        {
            var own = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (list![i] is not { } entry)
                return own;
            if (inEntry?.Invoke(own, entry) is { } wrong)
                return wrong;
        }

        return null;
    }
}
