using System.Globalization;
using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The report for people: findings by file, then the drift with both sides, then a summary in one line.</summary>
public sealed partial class TextReport : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override string Summary => "for people; the default";

    /// <inheritdoc/>
    public override bool IsForMachines => false;

    /// <inheritdoc/>
    public override bool IsHead(string text) => text.StartsWith($"{ReportTool.This.Name}: ", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool IsTail(string text) => LastLine().IsMatch(text.TrimEnd('\n').Split('\n')[^1]);

    [GeneratedRegex(@"^\d[\d,]* tasks? (?:linted|checked|tried)\b.* exit \d+$")]
    private static partial Regex LastLine();

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        if (report.Failures.Count > 0 && report.Unreadable is null)
        {
            foreach (var failure in options.StandsAlone ? report.Failures : [])
                output.Write($"{report.Tool.Name}: {TerminalText.Escape(failure)}\n");
            return;
        }

        if (options.IsAscii)
            output = new AsciiSigns(output);
        var palette = new Palette(options.IsColoured);
        var drift = new DriftSection(report, palette, options.Columns);
        var trial = report.Try is { } tried ? new TrySection(report, tried, palette) : null;
        var listed = report.Findings.Where((_, position) => !drift.Has(position) && trial?.Has(position) != true).ToList();
        var shown = listed.Where(finding => !finding.Suppressed).ToList();
        var suppressed = options.ShowsSuppressed ? listed.Where(finding => finding.Suppressed).ToList() : [];
        if (report.Live is { } live && !options.IsQuiet)
            output.Write($"{palette.Faint(SidesLine.Of(live, report.Base, report.Summary))}\n\n");
        foreach (var line in FindingLine.Of([.. shown, .. suppressed]))
            WriteFinding(line, palette, options, output);
        var hasFindings = shown.Count + suppressed.Count > 0;
        if (drift.HasContent)
        {
            if (hasFindings)
                output.Write('\n');
            drift.Write(output, showsWays: !options.IsQuiet);
        }

        if (trial is not null)
        {
            if (hasFindings || drift.HasContent)
                output.Write('\n');
            trial.Write(output, options);
        }

        if (options.IsQuiet)
            return;
        if (hasFindings || drift.HasContent || trial is not null)
            output.Write('\n');
        WriteFixable(report.Findings.Where(finding => !finding.Suppressed).ToList(), output);
        if (report.Summary is { LiveTasks: { } all, Unmanaged: { } undeclared })
            output.Write($"{Number(all - undeclared)} of {Number(all)} live {(all == 1 ? "task is" : "tasks are")} declared\n");
        WriteSummary(report, palette, output);
    }

    private static void WriteFinding(FindingLine line, Palette palette, RenderOptions options, TextWriter output)
    {
        var finding = line.Finding;
        var label = palette.Of(finding.Severity, $"{Words.Of(finding.Severity)} {TerminalText.Escape(finding.Rule)}");
        var message = TerminalText.Escape(finding.Message) + line.Suffix + Suppressed(finding);
        if (finding.Location is not { } location)
        {
            output.Write($"{label}: {message}\n");
            return;
        }

        output.Write($"{PlaceText.Of(location)}: {label}: {message}\n");
        if (options.ShowsSource)
            SourceExcerpt.Write(finding, palette, options.Columns, output);
        foreach (var example in finding.Example?.Split('\n') ?? [])
            output.Write($"        {palette.Faint(TerminalText.Escape(example))}\n");
    }

    private static string Suppressed(ReportFinding finding) => !finding.Suppressed ? ""
        : finding.Suppression?.Reason is { } reason ? $" (suppressed: {TerminalText.Escape(reason)})"
        : " (suppressed)";

    private static void WriteFixable(List<ReportFinding> shown, TextWriter output)
    {
        var fixable = shown.Where(finding => finding.Fixable == true).ToList();
        if (fixable.Count == 0)
            return;
        var rules = string.Join(", ", fixable.Select(finding => TerminalText.Escape(finding.Rule)).Distinct().Order(StringComparer.Ordinal));
        var what = shown.Count == 1 ? "the finding"
            : fixable.Count == shown.Count ? $"all {Number(shown.Count)} findings"
            : $"{Number(fixable.Count)} of {Number(shown.Count)} findings";
        output.Write($"'tasklint lint --fix' fixes {what}: {rules}\n");
    }

    private static void WriteSummary(Report report, Palette palette, TextWriter output)
    {
        var summary = report.Summary;
        var tasks = summary.Tasks == 1 ? "1 task" : Number(summary.Tasks) + " tasks";
        var counts = new List<string>();
        void Tasks(int? count, SyncStatus status)
        {
            if (count > 0)
                counts.Add($"{Number(count.Value)} {Words.Of(status).Replace('_', ' ')}");
        }

        Tasks(summary.InSync, SyncStatus.InSync);
        Tasks(summary.Drifted, SyncStatus.Drifted);
        Tasks(summary.Pending, SyncStatus.Pending);
        Tasks(summary.Conflict, SyncStatus.Conflict);
        Tasks(summary.Missing, SyncStatus.Missing);
        Tasks(summary.Unmanaged, SyncStatus.Unmanaged);
        Tasks(summary.Undetermined, SyncStatus.Undetermined);

        if (report is { Compared: false, Try: { } tried })
            counts.AddRange(TrySection.Counts(tried));

        var findings = new List<string>();
        void Findings(int count, Severity severity)
        {
            if (count > 0)
                findings.Add($"{Number(count)} {Words.Of(severity)}{(count == 1 || severity == Severity.Silent ? "" : "s")}");
        }

        Findings(summary.Errors, Severity.Error);
        Findings(summary.Warnings, Severity.Warning);
        Findings(summary.Suggestions, Severity.Suggestion);
        Findings(summary.Silent, Severity.Silent);
        if (findings.Count == 0 && report is { Compared: false, Try: null })
            findings.Add("no findings");
        if (summary.Suppressed > 0)
            findings.Add($"{Number(summary.Suppressed)} suppressed");
        if (report.Unreadable is { Count: > 0 and var unreadable })
            findings.Add($"{Number(unreadable)} not read");

        var verb = report.Compared ? "checked" : report.Try is not null ? "tried" : "linted";
        var head = counts.Count > 0 ? $"{tasks} {verb}: {string.Join(", ", counts)}" : $"{tasks} {verb}";
        var middle = findings.Count > 0 ? $" · {string.Join(", ", findings)}" : "";
        var line = $"{head}{middle} · exit {Number(report.ExitCode)}";
        output.Write((report.ExitCode == 0 ? palette.Green(line) : palette.Bold(line)) + "\n");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
