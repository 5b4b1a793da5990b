namespace Arize.TaskLint.Engine.Git;

/// <summary>The base of the pull or merge request that a CI job runs for, by the variables of GitHub Actions, GitLab and Azure Pipelines.</summary>
/// <param name="Base">The commit or branch.</param>
/// <param name="Source">The variable that it is from, for messages.</param>
internal sealed record PullRequest(string Base, string Source)
{
    /// <summary>The pull request of this job; null where it runs for none.</summary>
    internal static PullRequest? Of(Workspace workspace)
    {
        string? Variable(string name) => workspace.Variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        // A job for "pull_request_target" may check out the pull request itself.
        if (Variable("GITHUB_ACTIONS") == "true" && Variable("GITHUB_EVENT_NAME") is "pull_request" or "pull_request_target" or "merge_group")
        {
            using var happened = GitHubEvent.Read(workspace);
            return BaseOf(happened) is { } commit ? new PullRequest(commit, GitHubEvent.Variable)
                : Variable("GITHUB_BASE_REF") is { } branch ? new PullRequest($"origin/{branch}", "GITHUB_BASE_REF") : null;
        }

        if (Variable("GITLAB_CI") == "true" && Variable("CI_MERGE_REQUEST_DIFF_BASE_SHA") is { } mergeBase)
            return new PullRequest(mergeBase, "CI_MERGE_REQUEST_DIFF_BASE_SHA");
        const string heads = "refs/heads/";
        return Variable("TF_BUILD") is not null && Variable("SYSTEM_PULLREQUEST_TARGETBRANCH") is { } target
            ? new PullRequest($"origin/{(target.StartsWith(heads, StringComparison.Ordinal) ? target[heads.Length..] : target)}",
                "SYSTEM_PULLREQUEST_TARGETBRANCH")
            : null;
    }

    private static string? BaseOf(GitHubEvent? happened) =>
        happened?.Text("pull_request", "base", "sha") ?? happened?.Text("merge_group", "base_sha");
}
