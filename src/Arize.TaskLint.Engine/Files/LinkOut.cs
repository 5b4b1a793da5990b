using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine.Files;

/// <summary>
/// Finds links of a work tree that lead out of it. A pull request can add one in the place of an output, or of its folder, and a job would write
/// wherever it leads.
/// </summary>
internal static class LinkOut
{
    private const string Repository = ".git";

    /// <summary>Whether a path in the work tree is, behind links, a file outside of it, or one that git keeps for itself.</summary>
    /// <param name="path">The full path, of a file that is there or not.</param>
    /// <param name="workingDirectory">The folder of the run.</param>
    internal static bool Is(string path, string workingDirectory)
    {
        var top = TopOf(workingDirectory);
        if (Inside(top, path) is not { } given)
            return false;
        var real = RealPath.Of(path);
        // A device or a FIFO keeps nothing that could be lost.
        if (FileFacts.Of(path).Kind is FileKind.Other or FileKind.Pipe)
            return false;
        return Inside(RealPath.Of(top), real) is not { } inside || (IsOfGit(inside) && !IsOfGit(given));
    }

    // Without a repository, the folder of the run.
    private static string TopOf(string workingDirectory)
    {
        for (var folder = workingDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, Repository)))
                return folder;
        }

        return workingDirectory;
    }

    private static string? Inside(string folder, string path) =>
        Path.GetRelativePath(folder, path) is var inside && !Path.IsPathRooted(inside) && inside.Split('/', '\\')[0] != ".." ? inside : null;

    private static bool IsOfGit(string inside) => inside.Split('/', '\\').Contains(Repository, StringComparer.OrdinalIgnoreCase);
}
