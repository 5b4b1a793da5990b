namespace Arize.TaskLint.Engine.Git;

/// <summary>What a repository tells of itself.</summary>
/// <param name="Remotes">The addresses of its remote repositories.</param>
/// <param name="Branch">Its main branch; null if it is not known.</param>
/// <param name="Folder">The working directory in it, with a slash at its end; null in the root of a repository, and outside of one.</param>
internal sealed record GitFacts(IReadOnlyList<string> Remotes, string? Branch, string? Folder = null)
{
    /// <summary>The facts of the repository around the working directory; none where there is no repository, or no git.</summary>
    internal static async Task<GitFacts> OfAsync(Workspace workspace, CancellationToken cancellation)
    {
        try
        {
            var remotes = await LinesAsync(workspace, ["remote", "--verbose"], cancellation).ConfigureAwait(false);
            string[] HeadOf(string name) => ["symbolic-ref", "--quiet", "--short", name];
            var heads = await LinesAsync(workspace, HeadOf("refs/remotes/origin/HEAD"), cancellation).ConfigureAwait(false);
            if (heads.Length == 0)
                heads = await LinesAsync(workspace, HeadOf("HEAD"), cancellation).ConfigureAwait(false);
            var branch = heads.FirstOrDefault();
            var prefix = (await LinesAsync(workspace, ["rev-parse", "--show-prefix"], cancellation).ConfigureAwait(false)).FirstOrDefault();
            const string origin = "origin/";
            return new GitFacts(
                [.. remotes.Select(line => line.Split('\t', ' ')).Where(parts => parts.Length > 1).Select(parts => parts[1]).Distinct()],
                branch?.StartsWith(origin, StringComparison.Ordinal) == true ? branch[origin.Length..] : branch,
                string.IsNullOrEmpty(prefix) ? null : prefix);
        }
        catch (UsageException)
        {
            // Without git, the files of the folder tell.
            return new GitFacts([], null);
        }
    }

    private static async Task<string[]> LinesAsync(Workspace workspace, string[] arguments, CancellationToken cancellation)
    {
        var (code, output, _) = await GitRepository.RunAsync(workspace, "init", workspace.WorkingDirectory, arguments, null, cancellation)
            .ConfigureAwait(false);
        return code == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
    }
}
