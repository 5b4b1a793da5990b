namespace Arize.TaskLint.Engine;

/// <summary>Where the working directory is in the repository that a CI job has checked out.</summary>
public static class CheckoutPrefix
{
    // The variables with the folder of the checkout: of GitHub Actions, GitLab and Azure Pipelines.
    private static readonly (string Platform, string Root)[] Variables =
    [
        ("GITHUB_ACTIONS", "GITHUB_WORKSPACE"), ("GITLAB_CI", "CI_PROJECT_DIR"), ("TF_BUILD", "BUILD_SOURCESDIRECTORY"),
    ];

    /// <summary>The path from the top of the checkout, with a slash at its end; empty at the top, outside of it, and outside of a job.</summary>
    public static string Of(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        string? Variable(string name) => workspace.Variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        if (Variables.FirstOrDefault(one => Variable(one.Platform) is not null).Root is not { } name || Variable(name) is not { } root)
            return "";
        var path = Path.GetRelativePath(Path.GetFullPath(root, workspace.WorkingDirectory), workspace.WorkingDirectory).Replace('\\', '/');
        return path == "." || path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path) ? "" : path + "/";
    }
}
