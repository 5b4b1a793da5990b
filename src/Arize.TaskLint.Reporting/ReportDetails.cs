using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

/// <summary>Details of a finding that only some formats contain. They are computed on demand.</summary>
/// <param name="builder">The builder of the report.</param>
internal sealed class ReportDetails(ReportBuilder builder, Finding finding)
{
    /// <summary>The line of the file; null if it cannot be shown.</summary>
    internal ReportSource? Source => builder.SourceOf(finding.Place);

    /// <summary>What <c>lint --fix</c> would change for the finding alone; null if nothing.</summary>
    internal ReportFix? Fix => builder.FixOf(finding.Proposed);

    /// <summary>The fingerprint of the finding; null if it has no place.</summary>
    internal string? Fingerprint => finding.Place.File is { } file ? Core.Suppressions.Fingerprint.Of(finding, file.Path) : null;
}
