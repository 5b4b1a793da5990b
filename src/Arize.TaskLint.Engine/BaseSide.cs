using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Engine.Git;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine;

/// <summary>The declarations as they were at a commit, read with today's settings and variables.</summary>
/// <param name="Tasks">The declarations, each with what it has become.</param>
/// <param name="Commit">The commit.</param>
internal sealed record BaseSide(BaseTasks Tasks, ReportBase Commit)
{
    /// <summary>Whether a request has a base, which may still be one that cannot be read.</summary>
    internal static bool IsAsked(Workspace workspace, CheckRequest request) =>
        request.Base is not null || (!request.IgnoresPullRequest && PullRequest.Of(workspace) is not null);

    /// <summary>Reads the declarations at the base that a request names, or that of the pull request which a CI job runs for.</summary>
    /// <param name="workspace">What the run reads.</param>
    /// <param name="request">The request.</param>
    /// <param name="declared">The declarations as they are now.</param>
    /// <param name="cancellation">Ends git, and the code of declarations in C#.</param>
    /// <returns>Null where there is no base.</returns>
    /// <exception cref="UsageException">There is no git, no repository or no such commit.</exception>
    internal static async Task<BaseSide?> ReadAsync(
        Workspace workspace, CheckRequest request, Declarations declared, CancellationToken cancellation)
    {
        if (request.Base is { } name)
        {
            if (request.IgnoresPullRequest)
                throw new UsageException("--base and --no-base exclude each other; give one of them");
            return await new BaseReader(workspace, request, declared).ReadAsync(name, "--base", cancellation).ConfigureAwait(false);
        }

        if (request.IgnoresPullRequest || PullRequest.Of(workspace) is not { } pullRequest)
            return null;
        var source = $"the base of the pull request ({pullRequest.Source})";
        try
        {
            return await new BaseReader(workspace, request, declared).ReadAsync(pullRequest.Base, source, cancellation).ConfigureAwait(false);
        }
        catch (UsageException wrong) when (wrong.ExitCode == ExitCodes.Usage
            && wrong.Messages.Any(message => message.StartsWith(source, StringComparison.Ordinal)))
        {
            // Without it, the pull request's own changes would be called drift.
            throw new UsageException([.. wrong.Messages, "to compare the declarations with the live tasks alone, give --no-base"])
            { ExitCode = ExitCodes.Undetermined };
        }
    }
}
