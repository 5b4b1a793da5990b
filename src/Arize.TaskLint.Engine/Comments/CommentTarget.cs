using System.Globalization;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Client.Platforms;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine.Comments;

/// <summary>The pull or merge request that a job runs for, by the variables of GitHub Actions and GitLab.</summary>
/// <param name="Comments">Its comments; null if the job runs for no request.</param>
/// <param name="Workflow">The workflow or pipeline whose runs are counted.</param>
/// <param name="Run">The number of the run; 0 if it is not known.</param>
/// <param name="Attempt">The attempt of the run.</param>
internal sealed record CommentTarget(PullRequestComments? Comments, string Workflow, long Run, int Attempt) : IDisposable
{
    private PlatformClient? client;

    /// <summary>The comments on its lines; null if the commit that they are on is not known.</summary>
    internal LineReview? Review { get; private init; }

    /// <summary>Whether the results are of this job. After another workflow, they are of an artifact, which a fork can fill as it likes.</summary>
    internal bool IsTrusted { get; private init; } = true;

    /// <summary>How messages call the request.</summary>
    internal string Called { get; private init; } = "";

    /// <summary>The address of a file at the commit of the job, up to the path; null if it is not known.</summary>
    internal string? Files { get; private init; }

    /// <summary>What precedes the path of a file, where the job runs in a folder of the repository.</summary>
    internal string Prefix { get; private init; } = "";

    /// <summary>Finds the request.</summary>
    /// <exception cref="UsageException">The job runs on no known platform, or its variables do not tell enough.</exception>
    /// <exception cref="PlatformException">The platform refuses to tell.</exception>
    internal static async Task<CommentTarget> FindAsync(Workspace workspace, int? number, CancellationToken cancellation)
    {
        string? Variable(string name) => workspace.Variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        if (Variable("GITHUB_ACTIONS") == "true")
            return await GitHubAsync(workspace, Variable, number, cancellation).ConfigureAwait(false);
        return Variable("GITLAB_CI") == "true" ? GitLab(workspace, Variable, number)
            : throw new UsageException("comment runs in a job of GitHub Actions (GITHUB_ACTIONS=true) or GitLab (GITLAB_CI=true), whose variables "
                + "say which request it is for; elsewhere, use --dry-run, or 'tasklint render RESULT.json --format markdown'");
    }

    /// <summary>The address of a place; null if there is none.</summary>
    internal string? LinkOf(ReportLocation location)
    {
        var parts = location.File.Split('/');
        if (Files is null || parts[0].Length == 0 || parts.Contains("..") || parts[0].Contains(':', StringComparison.Ordinal))
            return null;
        var path = string.Join('/', (Prefix + location.File).Split('/').Select(Uri.EscapeDataString));
        return string.Create(CultureInfo.InvariantCulture, $"{Files}/{path}#L{location.StartLine}");
    }

    /// <summary>What to do about a refusal, behind its message.</summary>
    internal string AdviceOn(PlatformException refused) => (refused.Status, Comments) switch
    {
        (401, GitLabComments) => "; is GITLAB_TOKEN still valid",
        (401, _) => "; is the token of this job still valid",
        (403, GitLabComments) => "; GITLAB_TOKEN needs the scope 'api' and the role Reporter or a higher one in this project",
        (403, _) => "; the job needs the permission to write on pull requests (permissions: pull-requests: write), and for a pull request from a "
            + "fork it never has it: comment from a second workflow, on workflow_run",
        (404, _) => "; the token cannot see it, or it does not exist",
        _ => "",
    };

    /// <inheritdoc/>
    public void Dispose() => client?.Dispose();

    private static async Task<CommentTarget> GitHubAsync(
        Workspace workspace, Func<string, string?> variable, int? given, CancellationToken cancellation)
    {
        var token = variable("GITHUB_TOKEN") ?? variable("GH_TOKEN")
            ?? throw new UsageException("GITHUB_TOKEN is not set; give the job's own token: env: GITHUB_TOKEN: ${{ github.token }}");
        workspace.Secrets.Add(Secret.Of(token));
        var repository = variable("GITHUB_REPOSITORY") ?? throw new UsageException("GITHUB_REPOSITORY is not set");
        using var happened = GitHubEvent.Read(workspace);
        var client = Open(workspace, variable("GITHUB_API_URL") ?? "https://api.github.com", ("Authorization", $"Bearer {token}"));
        var number = given ?? happened?.Number("pull_request", "number");
        var commit = happened?.Text("pull_request", "head", "sha");
        var (run, attempt) = (Long(variable("GITHUB_RUN_NUMBER")), (int)Long(variable("GITHUB_RUN_ATTEMPT")));
        if (variable("GITHUB_EVENT_NAME") == "workflow_run")
        {
            // The artifact of the other workflow may come from anybody; what the event says does not.
            commit = happened?.Text("workflow_run", "head_sha");
            (run, attempt) = (happened?.Number("workflow_run", "run_number") ?? 0, happened?.Number("workflow_run", "run_attempt") ?? 1);
            var owner = happened?.Text("workflow_run", "head_repository", "owner", "login");
            var branch = happened?.Text("workflow_run", "head_branch");
            if (number is null && owner is not null && branch is not null && commit is not null)
                number = await GitHubComments.FindAsync(client, repository, owner, branch, commit, cancellation).ConfigureAwait(false);
        }

        var server = variable("GITHUB_SERVER_URL") ?? "https://github.com";
        return new CommentTarget(
            number is { } one ? new GitHubComments(client, repository, one) : null, variable("GITHUB_WORKFLOW") ?? "", run, attempt)
        {
            client = client,
            Called = number is { } its ? $"pull request #{its.ToString(CultureInfo.InvariantCulture)} of {repository}" : "",
            IsTrusted = variable("GITHUB_EVENT_NAME") != "workflow_run",
            Review = number is { } pull && commit is not null ? new GitHubReview(client, repository, pull, commit) : null,
            Files = commit is null ? null : $"{server}/{repository}/blob/{commit}",
            Prefix = CheckoutPrefix.Of(workspace),
        };
    }

    private static CommentTarget GitLab(Workspace workspace, Func<string, string?> variable, int? given)
    {
        var token = variable("GITLAB_TOKEN")
            ?? throw new UsageException(
                "GITLAB_TOKEN is not set; the token of a job cannot write notes, so give a project access token with the scope 'api'");
        workspace.Secrets.Add(Secret.Of(token));
        var project = variable("CI_PROJECT_ID") ?? throw new UsageException("CI_PROJECT_ID is not set");
        var client = Open(workspace, variable("CI_API_V4_URL") ?? "https://gitlab.com/api/v4", ("PRIVATE-TOKEN", token));
        var number = given ?? (Long(variable("CI_MERGE_REQUEST_IID")) is > 0 and var iid ? (int)iid : null);
        var comments = number is { } one ? new GitLabComments(client, project, one) : null;
        return new CommentTarget(comments, variable("CI_PIPELINE_SOURCE") ?? "", Long(variable("CI_PIPELINE_IID")), 1)
        {
            client = client,
            Review = number is { } request ? new GitLabReview(client, project, request) : null,
            Called = number is { } its ? $"merge request !{its.ToString(CultureInfo.InvariantCulture)}" : "",
            Files = variable("CI_PROJECT_URL") is { } url && variable("CI_COMMIT_SHA") is { } commit ? $"{url}/-/blob/{commit}" : null,
            Prefix = CheckoutPrefix.Of(workspace),
        };
    }

    private static PlatformClient Open(Workspace workspace, string address, (string, string) authorization)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var api))
            throw new UsageException($"'{address}' is no address of an API");
        try
        {
            return new PlatformClient(api, authorization, workspace.Time, line => workspace.Log.Detail(line));
        }
        catch (SettingsException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static long Long(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
