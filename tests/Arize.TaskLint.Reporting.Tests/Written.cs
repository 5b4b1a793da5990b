namespace Arize.TaskLint.Reporting.Tests;

/// <summary>Reports in their formats.</summary>
internal static class Written
{
    /// <summary>A report in a format.</summary>
    internal static string As(string format, Report report, RenderOptions? options = null)
    {
        var output = new StringWriter();
        ReportFormats.Find(format)!.Write(report, options ?? new RenderOptions(), output);
        return output.ToString();
    }

    /// <summary>A report of findings, and of tasks that drifted.</summary>
    internal static Report Of(IReadOnlyList<ReportFinding> findings, IReadOnlyList<ReportTask>? tasks = null, int exitCode = 1) =>
        Report.Failure("", exitCode) with { Complete = true, Compared = tasks is not null, Error = null, Findings = findings, Tasks = tasks ?? [] };

    /// <summary>A finding at a line of its own.</summary>
    internal static ReportFinding Finding(int number, Core.Rules.Severity severity, string message) => new()
    {
        Rule = "ATL2004",
        Severity = severity,
        Message = message,
        Task = $"Task {number}",
        Location = new ReportLocation("arize/a.arize.yaml", number + 1, 1, number + 1, 5),
        Fingerprint = $"2-{number}",
    };
}
