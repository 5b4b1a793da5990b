namespace Arize.TaskLint.Reporting;

/// <summary>A report whose paths begin at another folder than the working directory.</summary>
public static class PlacedReport
{
    /// <summary>The report with its paths from a folder above the working directory.</summary>
    /// <param name="prefix">The path from that folder to the working directory, with a slash at its end; empty to keep the paths.</param>
    public static Report Under(Report report, string prefix)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.IsNullOrEmpty(prefix) ? report : report with
        {
            Findings = [.. report.Findings.Select(finding => Under(finding, prefix))],
            Tasks = [.. report.Tasks.Select(task => task with { Location = Under(task.Location, prefix) })],
        };
    }

    private static ReportFinding Under(ReportFinding finding, string prefix) => finding with
    {
        Location = Under(finding.Location, prefix),
        Related = finding.Related is { } related ? [.. related.Select(place => Under(place, prefix)!)] : null,
        Fix = finding.Fix is { } fix
            ? fix with { Edits = [.. fix.Edits.Select(edit => edit with { Location = Under(edit.Location, prefix)! })] }
            : null,
    };

    private static ReportLocation? Under(ReportLocation? place, string prefix) =>
        place is null || UriText.IsRooted(place.File) ? place : place with { File = PathUnder(place.File, prefix) };

    // A path may lead out of the working directory, and stay in the folder above.
    private static string PathUnder(string file, string prefix)
    {
        var parts = prefix.TrimEnd('/').Split('/').ToList();
        var rest = file.Split('/').ToList();
        while (rest.Count > 1 && rest[0] == ".." && parts.Count > 0)
        {
            parts.RemoveAt(parts.Count - 1);
            rest.RemoveAt(0);
        }

        return string.Join('/', parts.Concat(rest));
    }
}
