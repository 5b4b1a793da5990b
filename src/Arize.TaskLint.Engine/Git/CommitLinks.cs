namespace Arize.TaskLint.Engine.Git;

/// <summary>Where the symbolic links of a commit lead, within that commit.</summary>
internal sealed class CommitLinks
{
    // As much as Linux follows.
    private const int MostSteps = 40;

    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);

    /// <summary>Reads links that were written to the copy of a commit.</summary>
    /// <param name="tree">The copy.</param>
    /// <param name="links">The links, by their paths from the top folder.</param>
    internal CommitLinks(BaseTree tree, IReadOnlyList<string> links)
    {
        foreach (var link in links)
        {
            if (new FileInfo(Path.Combine(tree.Copy, link)).LinkTarget is { } target)
                targets[link] = target;
        }
    }

    /// <summary>The path that a path leads to, with no link in it; null where it leads out of the commit, or round and round.</summary>
    /// <param name="path">A path from the top folder.</param>
    internal string? Resolve(string path)
    {
        var steps = 0;
        for (var end = 0; end < path.Length;)
        {
            end = path.IndexOf('/', end + 1) is var next and >= 0 ? next : path.Length;
            if (!targets.TryGetValue(path[..end], out var target))
                continue;
            if (++steps > MostSteps || target.StartsWith('/') || Joined(Path.GetDirectoryName(path[..end])!, target) is not { } joined)
                return null;
            (path, end) = (joined + path[end..], 0);
        }

        return path;
    }

    private static string? Joined(string folder, string target)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
