namespace Arize.TaskLint.Engine.Git;

/// <summary>
/// Finds a folder that git would take for a repository although it is none that was cloned: anybody can commit the files of a bare repository, and
/// its settings run programs. Newer versions of git can be told to refuse it; this is for all.
/// </summary>
internal static class BareFolder
{
    /// <summary>The folder that git would come to from another one; null where it comes to a work tree, or to nothing.</summary>
    internal static string? Above(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            // Git looks for this first.
            if (Path.Exists(Path.Combine(at, ".git")))
                return null;
            if (Path.Exists(Path.Combine(at, "HEAD")) && Directory.Exists(Path.Combine(at, "refs")) && Directory.Exists(Path.Combine(at, "objects")))
                return at;
        }

        return null;
    }
}
