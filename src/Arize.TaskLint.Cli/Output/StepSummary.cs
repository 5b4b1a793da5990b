using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Output;

/// <summary>
/// The job summary of GitHub Actions: the report in Markdown, at the end of the file that the runner names. Earlier steps may have written there.
/// </summary>
internal static class StepSummary
{
    /// <summary>The variable in which the runner names the file.</summary>
    internal const string Variable = "GITHUB_STEP_SUMMARY";

    private const string Markdown = "markdown";

    /// <summary>Adds the report, if there is a summary. One that cannot be written is reported, and does not change the result.</summary>
    internal static void Append(Report report, RenderOptions options, Terminal terminal)
    {
        if (terminal.Workspace.Variable(Variable) is not { Length: > 0 } path || ReportFormats.Find(Markdown) is not { } format)
            return;
        var text = new StringWriter();
        using var clean = new RedactingWriter(text, terminal.Workspace.Secrets);
        format.Write(report, options, clean);
        clean.Flush();
        try
        {
            File.AppendAllText(terminal.FullPath(path), text.ToString());
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"the job summary '{path}' cannot be written: {failed.Message}");
        }
    }
}
