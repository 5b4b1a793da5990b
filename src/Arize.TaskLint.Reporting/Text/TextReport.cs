using System.Globalization;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The report for people: findings by file, then the drift with both sides, then one line that sums up.</summary>
public sealed class TextReport : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override string Summary => "for people; the default";

    /// <inheritdoc/>
    public override bool IsForMachines => false;

    /// <inheritdoc/>
    public override void Write(RunResult result, ReportOptions options, TextWriter output)
    {
        var palette = new Palette(options.IsColoured);
        var shown = result.Findings.Where(finding => !finding.IsSuppressed && finding.Severity > Severity.None && !IsShownAsDrift(finding)).ToList();
        var suppressed = result.Findings.Where(finding => finding.IsSuppressed && finding.Severity > Severity.None && !IsShownAsDrift(finding)).ToList();
        foreach (var line in FindingLine.Of(options.ShowsSuppressed ? shown.Concat(suppressed) : shown))
            WriteFinding(line, palette, options, output);
        var hasFindings = shown.Count > 0 || (options.ShowsSuppressed && suppressed.Count > 0);
        var drift = new DriftSection(palette);
        if (DriftSection.Concerns(result))
        {
            if (hasFindings)
                output.Write('\n');
            drift.Write(result, output);
        }

        if (!options.IsQuiet)
        {
            if (hasFindings || DriftSection.Concerns(result))
                output.Write('\n');
            WriteFixable(shown, output);
            WriteSummary(result, shown, options.ExitCode, palette, output);
        }
    }

    // Drift and missing tasks have a section of their own.
    private static bool IsShownAsDrift(Finding finding) =>
        finding.Rule == Drift.Rule || (finding.Rule == TaskExists.Rule && finding.Place.IsKnown);

    private static void WriteFinding(FindingLine line, Palette palette, ReportOptions options, TextWriter output)
    {
        var finding = line.Finding;
        var label = palette.Of(finding.Severity, $"{Words.Of(finding.Severity)} {finding.Rule.Id}");
        var message = TerminalText.Escape(finding.Message) + line.Suffix + Suppressed(finding);
        if (!finding.Place.IsKnown)
        {
            output.Write($"{label}: {message}\n");
            return;
        }

        var start = finding.Place.StartPosition;
        output.Write($"{TerminalText.Escape(finding.Place.File!.Path)}({start.Line},{start.Column}): {label}: {message}\n");
        if (options.ShowsSource)
            SourceExcerpt.Write(finding.Place, palette, palette.Of(finding.Severity, "^"), options.Secret, output);
        foreach (var example in finding.Example?.Split('\n') ?? [])
            output.Write($"        {palette.Faint(TerminalText.Escape(example))}\n");
    }

    private static string Suppressed(Finding finding) => !finding.IsSuppressed ? ""
        : finding.Justification is { } reason ? $" (suppressed: {TerminalText.Escape(reason)})"
        : " (suppressed)";

    private static void WriteFixable(List<Finding> shown, TextWriter output)
    {
        var fixable = shown.Where(finding => finding.IsFixable).ToList();
        if (fixable.Count == 0)
            return;
        var rules = string.Join(", ", fixable.Select(finding => finding.Rule.Id).Distinct().Order(StringComparer.Ordinal));
        var what = shown.Count == 1 ? "the finding" : fixable.Count == shown.Count ? $"all {Number(shown.Count)} findings" : $"{Number(fixable.Count)} of {Number(shown.Count)} findings";
        output.Write($"'tasklint lint --fix' fixes {what}: {rules}\n");
    }

    private static void WriteSummary(RunResult result, List<Finding> shown, int exitCode, Palette palette, TextWriter output)
    {
        var tasks = result.DeclaredTasks == 1 ? "1 task" : Number(result.DeclaredTasks) + " tasks";
        var counts = new List<string>();
        foreach (var status in new[] { SyncStatus.InSync, SyncStatus.Drifted, SyncStatus.Pending, SyncStatus.Conflict, SyncStatus.Missing, SyncStatus.Unmanaged, SyncStatus.Undetermined })
        {
            if (result.Count(status) is > 0 and var count)
                counts.Add($"{Number(count)} {Words.Of(status).Replace('_', ' ')}");
        }

        var findings = new List<string>();
        foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Suggestion })
        {
            if (shown.Count(finding => finding.Severity == severity) is > 0 and var count)
                findings.Add($"{Number(count)} {Words.Of(severity)}{(count == 1 ? "" : "s")}");
        }

        if (shown.Count(finding => finding.Severity == Severity.Silent) is > 0 and var silent)
            findings.Add($"{Number(silent)} {Words.Of(Severity.Silent)}");

        if (findings.Count == 0 && !result.IsComparison)
            findings.Add("no findings");
        if (result.Suppressed > 0)
            findings.Add($"{Number(result.Suppressed)} suppressed");

        if (result.Unreadable.Count > 0)
            findings.Add($"{Number(result.Unreadable.Count)} not read");

        var verb = result.IsComparison ? "checked" : "linted";
        var head = counts.Count > 0 ? $"{tasks} {verb}: {string.Join(", ", counts)}" : $"{tasks} {verb}";
        var middle = findings.Count > 0 ? $" · {string.Join(", ", findings)}" : "";
        var line = $"{head}{middle} · exit {Number(exitCode)}";
        output.Write((exitCode == 0 ? palette.Green(line) : palette.Bold(line)) + "\n");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
