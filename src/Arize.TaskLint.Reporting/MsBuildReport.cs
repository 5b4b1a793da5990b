using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>
/// Lines in MSBuild's form, which an <c>Exec</c> task, Visual Studio and many editors read: <c>a.arize.yaml(12,20): error ATL2004: message</c>.
/// </summary>
public sealed partial class MsBuildReport : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "msbuild";

    /// <inheritdoc/>
    public override string Summary => "lines that MSBuild and editors read";

    /// <inheritdoc/>
    public override bool IsHead(string text) =>
        text.StartsWith($"{ReportTool.This.Name} : error", StringComparison.Ordinal) || Line().IsMatch(text.Split('\n')[0]);

    [GeneratedRegex(@"^(?:.+\(\d+,\d+\)|tasklint ): (?:error|warning|info) ATL\d{4}: ")]
    private static partial Regex Line();

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        foreach (var failure in report.Failures)
            output.Write($"{report.Tool.Name} : error : {TerminalText.Escape(failure)}\n");
        var facts = new FindingFacts(report);
        foreach (var line in FindingLine.Of([.. report.Findings.Where(finding => !finding.Suppressed)]))
        {
            var finding = line.Finding;
            var origin = OriginOf(finding.Location) ?? $"{report.Tool.Name} ";
            var code = $"{CategoryOf(finding.Severity)} {TerminalText.Escape(finding.Rule)}";
            output.Write($"{origin}: {code}: {facts.MessageOf(finding)}{line.Suffix}\n");
        }
    }

    private static string? OriginOf(ReportLocation? place)
    {
        if (place is null)
            return null;
        var file = TerminalText.Escape(place.File);
        // A colon would end the origin, except behind the letter of a drive.
        var start = UriText.HasDrive(file) ? 2 : 0;
        file = file[..start] + file[start..].Replace(":", "\\x3a", StringComparison.Ordinal);
        return $"{file}({Counted.Number(place.StartLine)},{Counted.Number(place.StartColumn)})";
    }

    // MSBuild knows two categories; a line of another one is text to it.
    private static string CategoryOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
