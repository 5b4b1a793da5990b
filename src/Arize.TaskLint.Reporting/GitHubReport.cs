using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Reporting;

/// <summary>
/// Workflow commands, which GitHub Actions shows as annotations on the lines of a pull request. The job summary is another document.
/// </summary>
public sealed class GitHubReport : ReportFormat
{
    /// <summary>The most annotations of a kind that GitHub keeps of a step ("Checks runs" of its REST API: 10 warnings and 10 errors).</summary>
    public const int MostOfAKind = 10;

    /// <summary>The most annotations that GitHub keeps of a job.</summary>
    public const int MostInAJob = 50;

    // The runner cuts a message at 4,096 characters.
    private const int LongestMessage = 2_000;

    private static readonly string[] Kinds = ["error", "warning", "notice"];

    /// <inheritdoc/>
    public override string Name => "github";

    /// <inheritdoc/>
    public override bool IsForRepository => true;

    /// <inheritdoc/>
    public override string Summary => "annotations of GitHub Actions";

    /// <inheritdoc/>
    public override bool IsHead(string text) => Kinds.Any(kind => text.StartsWith($"::{kind} ", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        var annotations = new Annotations(report);
        var written = 0;
        bool MayShow(int before) => before < MostOfAKind && written < MostInAJob;
        foreach (var failure in report.Failures)
        {
            if (annotations.Count(Severity.Error, MayShow))
                WriteCommand("error", [("title", report.Tool.Name)], TerminalText.Escape(failure));
        }

        foreach (var line in annotations.Lines)
        {
            var severity = line.Finding.Severity;
            if (!annotations.Count(severity, MayShow))
                continue;
            var title = ("title", Annotations.TitleOf(line));
            WriteCommand(KindOf(severity), [.. PlaceOf(line.Finding.Location), title], MessageOf(annotations, line));
        }

        if (annotations.Rest is { } rest)
            output.Write($"{report.Tool.Name}: {rest} more; GitHub shows {Counted.Number(MostOfAKind)} annotations of a kind\n");

        void WriteCommand(string kind, IReadOnlyList<(string Name, string Value)> properties, string message)
        {
            written++;
            output.Write($"::{kind} {string.Join(',', properties.Select(one => $"{one.Name}={Property(one.Value)}"))}::{Data(message)}\n");
        }
    }

    private static string MessageOf(Annotations annotations, FindingLine line)
    {
        var message = TerminalText.Shorten(annotations.MessageOf(line), LongestMessage);
        return line.Finding.Example is { } example ? $"{message}\n{string.Join('\n', example.Split('\n').Select(TerminalText.Escape))}" : message;
    }

    private static IEnumerable<(string Name, string Value)> PlaceOf(ReportLocation? place)
    {
        if (place is null)
            yield break;
        // A place that ends before the first character of a line ends on the line before.
        var end = place.EndColumn == 1 && place.EndLine > place.StartLine ? place.EndLine - 1 : place.EndLine;
        yield return ("file", TerminalText.Escape(place.File));
        yield return ("line", Counted.Number(place.StartLine));
        yield return ("endLine", Counted.Number(end));
        // GitHub takes columns within one line only.
        if (end == place.StartLine)
            yield return ("col", Counted.Number(place.StartColumn));
    }

    private static string KindOf(Severity severity) => severity switch
    {
        Severity.Error => Kinds[0],
        Severity.Warning => Kinds[1],
        _ => Kinds[2],
    };

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
