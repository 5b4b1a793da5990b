using System.Text;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>
/// Logging commands, which Azure Pipelines shows as the issues of a job. The result of the step is left to the exit code.
/// </summary>
public sealed class AzureReport : ReportFormat
{
    /// <summary>The most issues of a kind that the agent keeps of a step (<c>_maxIssueCount</c> in its <c>ExecutionContext</c>).</summary>
    public const int MostOfAKind = 10;

    /// <summary>The most that is written, in bytes of UTF-8: Azure DevOps shows texts of up to 150,000 characters.</summary>
    public const int MostBytes = 140_000;

    // Room for the line that counts the rest.
    private const int Reserve = 500;

    private const int LongestMessage = 2_000;
    private const string Command = "##vso[task.logissue type=";

    /// <inheritdoc/>
    public override string Name => "azure";

    /// <inheritdoc/>
    public override bool IsForRepository => true;

    /// <inheritdoc/>
    public override string Summary => "issues of Azure Pipelines";

    /// <inheritdoc/>
    public override bool IsHead(string text) => text.StartsWith(Command, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        var annotations = new Annotations(report);
        var bytes = 0;
        foreach (var failure in report.Failures)
            WriteLine(Severity.Error, Issue("error", "", TerminalText.Escape(failure)));
        foreach (var line in annotations.Lines)
        {
            var finding = line.Finding;
            var message = TerminalText.Shorten(annotations.MessageOf(line), LongestMessage);
            var kind = Words.Of(finding.Severity);
            var origin = finding.Location is { } place ? $"{PlaceText.Of(place)}: " : "";
            WriteLine(finding.Severity, finding.Severity >= Severity.Warning
                ? Issue(kind, PlaceOf(finding), message)
                // There is no type for less.
                : $"{origin}{kind} {TerminalText.Escape(finding.Rule)}: {message}");
        }

        if (annotations.Rest is { } rest)
            output.Write($"{report.Tool.Name}: {rest} more; Azure Pipelines shows {Counted.Number(MostOfAKind)} issues of a kind\n");

        void WriteLine(Severity severity, string line)
        {
            var length = Encoding.UTF8.GetByteCount(line) + 1;
            if (!annotations.Count(severity, before => before < MostOfAKind && bytes + length <= MostBytes - Reserve))
                return;
            bytes += length;
            output.Write($"{line}\n");
        }
    }

    private static string Issue(string type, string place, string message) => $"{Command}{type}{place}]{Data(message)}";

    private static string PlaceOf(ReportFinding finding)
    {
        var code = $";code={Property(TerminalText.Escape(finding.Rule))}";
        return finding.Location is not { } place ? code
            : $";sourcepath={Property(TerminalText.Escape(place.File))};linenumber={Counted.Number(place.StartLine)}"
                + $";columnnumber={Counted.Number(place.StartColumn)}{code}";
    }

    // The agent decodes the percent sign last.
    private static string Data(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
