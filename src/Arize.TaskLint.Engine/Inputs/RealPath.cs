namespace Arize.TaskLint.Engine.Inputs;

/// <summary>The path of a file without links.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>
    /// The path behind all links, those of the folders above included; as far as it goes where one leads to nothing or in a circle.
    /// </summary>
    internal static string Of(string full)
    {
        var links = 0;
        var done = Path.GetPathRoot(full) ?? "/";
        var left = new Stack<string>(Parts(full[done.Length..]).Reverse());
        while (left.TryPop(out var part))
        {
            if (part == "..")
            {
                done = Path.GetDirectoryName(done) ?? done;
                continue;
            }

            var next = Path.Combine(done, part);
            if (new FileInfo(next).LinkTarget is { } target && ++links <= MostLinks)
            {
                if (Path.IsPathRooted(target))
                {
                    done = Path.GetPathRoot(target)!;
                    target = target[done.Length..];
                }

                foreach (var one in Parts(target).Reverse())
                    left.Push(one);
            }
            else
            {
                done = next;
            }
        }

        return done;
    }

    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
}
