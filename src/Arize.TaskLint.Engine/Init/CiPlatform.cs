namespace Arize.TaskLint.Engine.Init;

/// <summary>A CI platform that <c>init</c> writes files for.</summary>
/// <param name="Name">The word after <c>--platform</c>.</param>
/// <param name="Files">The files: the template, and the path in the repository.</param>
/// <param name="Signs">What a repository has that uses the platform: files and folders.</param>
/// <param name="Host">A part of the address of a remote repository there.</param>
internal sealed record CiPlatform(string Name, IReadOnlyList<(string Template, string Path)> Files, IReadOnlyList<string> Signs, string Host)
{
    /// <summary>Every platform.</summary>
    internal static readonly IReadOnlyList<CiPlatform> All =
    [
        new("github",
            [("github.yml", ".github/workflows/tasklint.yml"), ("github-comment.yml", ".github/workflows/tasklint-comment.yml")],
            [".github"],
            "github"),
        new("gitlab", [("gitlab.yml", ".gitlab/tasklint.gitlab-ci.yml")], [".gitlab-ci.yml", ".gitlab"], "gitlab"),
        new("azure", [("azure.yml", "azure-pipelines.tasklint.yml")], ["azure-pipelines.yml", ".azure-pipelines"], "dev.azure.com"),
    ];

    /// <summary>The platforms that a folder shows signs of.</summary>
    /// <param name="remotes">The addresses of its remote repositories; empty if there are none.</param>
    internal static IReadOnlyList<CiPlatform> In(string folder, IReadOnlyList<string> remotes)
    {
        CiPlatform[] bySigns = [.. All.Where(one => one.Signs.Any(sign => Path.Exists(Path.Combine(folder, sign))))];
        bool IsThere(CiPlatform one) => remotes.Any(remote => remote.Contains(one.Host, StringComparison.OrdinalIgnoreCase));
        return bySigns.Length > 0 ? bySigns : [.. All.Where(IsThere)];
    }
}
