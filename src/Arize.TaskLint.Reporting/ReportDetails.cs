using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

/// <summary>What a report says of a finding in some formats only, made when it is asked for.</summary>
/// <param name="builder">The builder of the report.</param>
/// <param name="finding">The finding.</param>
internal sealed class ReportDetails(ReportBuilder builder, Finding finding)
{
    /// <summary>The line of the file; null where it cannot be shown.</summary>
    internal ReportSource? Source => builder.SourceOf(finding.Place);

    /// <summary>What tells the finding from others; null where it has no place.</summary>
    internal string? Fingerprint => finding.Place.File is { } file ? Core.Suppressions.Fingerprint.Of(finding, file.Path) : null;
}
