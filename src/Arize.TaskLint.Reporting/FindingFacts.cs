using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>What platforms want to know of findings, and the report has elsewhere.</summary>
internal sealed class FindingFacts
{
    private const string WorkingDirectory = ".";

    private readonly Dictionary<ReportFinding, string> consequences = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    internal FindingFacts(Report report)
    {
        foreach (var task in report.Tasks)
        {
            if (task is { Name: { } name, Location: { } location })
                files.TryAdd(name, location.File);
            foreach (var change in task.Changes)
            {
                if (change is { Finding: { } position, Consequence: { } consequence })
                    consequences[report.Findings[position]] = consequence;
            }
        }

        var places = report.Tasks.Select(task => task.Location).Concat(report.Findings.Select(finding => finding.Location));
        AnyFile = places.FirstOrDefault(place => place is not null)?.File ?? WorkingDirectory;
    }

    /// <summary>A declaration that was read; the working directory if there is none.</summary>
    internal string AnyFile { get; }

    /// <summary>The findings that count, the most severe first, those of one severity in the order of the report.</summary>
    internal static IEnumerable<ReportFinding> Open(Report report) =>
        report.Findings.Where(finding => !finding.Suppressed).OrderByDescending(finding => finding.Severity);

    /// <summary>Whether a finding says that something is not known, so that the run was no success.</summary>
    internal static bool IsUndetermined(ReportFinding finding) => RuleCatalogue.Find(finding.Rule)?.Traits.IsAlwaysTold == true;

    /// <summary>The message with the consequence, in one line without anything that could act on a screen.</summary>
    internal string MessageOf(ReportFinding finding) =>
        TerminalText.Escape(consequences.TryGetValue(finding, out var consequence) ? $"{finding.Message}; {consequence}" : finding.Message);

    /// <summary>
    /// The file of a finding; for one without a place that of its task, or else a declaration that was read. Platforms refuse all findings if one has
    /// no file.
    /// </summary>
    internal string FileOf(ReportFinding finding) =>
        finding.Location?.File ?? (finding.Task is { } task && files.TryGetValue(task, out var file) ? file : AnyFile);
}
