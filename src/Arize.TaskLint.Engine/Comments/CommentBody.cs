using System.Globalization;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Reporting;
using Arize.TaskLint.Reporting.Markdown;

namespace Arize.TaskLint.Engine.Comments;

/// <summary>The text of a comment: one result, or a section for each of several.</summary>
internal static class CommentBody
{
    private const int Reserve = 600;
    private const string Heading = "### ";

    /// <summary>The text.</summary>
    /// <param name="results">The results, each with what it is called.</param>
    /// <param name="linkOf">The address of a place in a file; null if there is none.</param>
    /// <param name="isTrusted">Whether this job wrote them. Of others, no command is shown: people run what a comment tells them.</param>
    internal static string Of(IReadOnlyList<(string Name, Report Report)> results, Func<ReportLocation, string?>? linkOf, bool isTrusted)
    {
        var most = (MarkdownReport.MostCharacters - Reserve) / results.Count;
        if (results.Count == 1)
            return TextOf(results[0].Report, most, linkOf, isTrusted);
        var failed = results.Count(one => one.Report.ExitCode != 0);
        var verdict = failed == 0 ? $"✓ all {Number(results.Count)} results pass" : $"✗ {Number(failed)} of {Number(results.Count)} results fail";
        var sections = results.Select(one =>
            $"#### {MarkdownReport.Quoted(one.Name)}\n\n{TextOf(one.Report, most - one.Name.Length - Reserve / 10, linkOf, isTrusted)}");
        return $"{Heading}{verdict}\n\n{string.Join("\n", sections)}";
    }

    /// <summary>Whether there is anything to report: a change that a pull request makes counts too.</summary>
    internal static bool HasContent(Report report) =>
        report.ExitCode != 0 || report.Findings.Any(finding => !finding.Suppressed)
        || report.Tasks.Any(task => task.Status is not (SyncStatus.InSync or SyncStatus.Unmanaged)
            || task.Changes.Any(change => change is { Ignored: false } && !Verdict.IsAccepted(report, change)));

    private static string TextOf(Report report, int most, Func<ReportLocation, string?>? linkOf, bool isTrusted)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new MarkdownReport().Write(report, new RenderOptions { MostCharacters = most, LinkOf = linkOf, IsQuiet = !isTrusted }, text);
        return text.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
