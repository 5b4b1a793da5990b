using System.Text.Json;

namespace Arize.TaskLint.Engine.Git;

/// <summary>The base of the pull or merge request that a CI job runs for, by the variables of GitHub Actions, GitLab and Azure Pipelines.</summary>
/// <param name="Base">The commit or branch.</param>
/// <param name="Source">The variable that it is from, for messages.</param>
internal sealed record PullRequest(string Base, string Source)
{
    private const int LargestEvent = 32 * 1024 * 1024;

    /// <summary>The pull request of this job; null where it runs for none.</summary>
    internal static PullRequest? Of(Workspace workspace)
    {
        string? Variable(string name) => workspace.Variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        // A job for "pull_request_target" may check out the pull request itself.
        if (Variable("GITHUB_ACTIONS") == "true" && Variable("GITHUB_EVENT_NAME") is "pull_request" or "pull_request_target" or "merge_group")
        {
            return Variable("GITHUB_EVENT_PATH") is { } file && FromEvent(workspace, file) is { } commit
                ? new PullRequest(commit, "GITHUB_EVENT_PATH")
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

    private static string? FromEvent(Workspace workspace, string file)
    {
        try
        {
            if (workspace.BytesOf(Path.GetFullPath(file, workspace.WorkingDirectory), LargestEvent) is not { } bytes)
                return null;
            using var document = JsonDocument.Parse(bytes);
            return Text(document.RootElement, "pull_request", "base", "sha") ?? Text(document.RootElement, "merge_group", "base_sha");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            // The branch is known from another variable.
            return null;
        }
    }

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;
    }
}
