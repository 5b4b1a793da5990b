using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine;

/// <summary>The declarations and the live tasks differ, or that could not be determined. The message is the report as text.</summary>
/// <param name="report">The report.</param>
public sealed class DriftException(Report report)
    : Exception($"the declarations and the live tasks are not the same (exit {report.ExitCode}):\n\n{TaskLinter.TextOf(report)}")
{
    /// <summary>The report.</summary>
    public Report Report { get; } = report;
}
