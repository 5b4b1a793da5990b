using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Machine;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Cli.Output;

/// <summary>What a CI platform shows of a run, beside the text.</summary>
/// <param name="Format">The form that the platform reads.</param>
/// <param name="File">The file that it reads; null where it reads standard output.</param>
internal sealed record PlatformReport(ReportFormat Format, string? File)
{
    // The name that GitLab's own documentation and templates use.
    private const string CodeQuality = "gl-code-quality-report.json";

    /// <summary>That of the platform whose job this is; null if it is none that is known.</summary>
    internal static PlatformReport? Of(Terminal terminal)
    {
        string? Variable(string name) => terminal.Workspace.Variable(name) is { Length: > 0 } value ? value : null;

        return Variable("GITHUB_ACTIONS") == "true" ? new PlatformReport(new GitHubReport(), null)
            : Variable("GITLAB_CI") == "true" ? new PlatformReport(new GitLabReport(), CodeQuality)
            : Variable("TF_BUILD") is not null ? new PlatformReport(new AzureReport(), null)
            : null;
    }

    // Nobody named this file, and a merge request can put anything in its place: a link leads nowhere, and a file of somebody stays.
    private bool MayReplace(string path) => new FileInfo(path).LinkTarget is null
        && FileFacts.Of(path).Kind is FileKind.Nothing or FileKind.Regular && Reports.MayFailInto(path, Format);

    /// <summary>Writes it. What cannot be written costs the run nothing: the text is there already.</summary>
    internal void Write(Report report, Terminal terminal)
    {
        report = terminal.Placed(report, Format);
        try
        {
            if (File is null)
                Format.Write(report, new RenderOptions(), RedactingWriter.Under(terminal.Output));
            else if (!MayReplace(terminal.FullPath(File)))
                terminal.Say($"the report for this platform is not written: '{File}' exists and is not such a report; name another with --output");
            else
                WholeFile.Write(terminal.FullPath(File), File, terminal.Workspace, writer => Format.Write(report, new RenderOptions(), writer));
        }
        catch (Exception failed) when (failed is UsageException or IOException or UnauthorizedAccessException)
        {
            terminal.Say($"the report for this platform is not written: {failed.Message}");
        }
    }
}
