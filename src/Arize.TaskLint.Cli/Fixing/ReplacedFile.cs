namespace Arize.TaskLint.Cli.Fixing;

/// <summary>Puts new content in the place of a file's, whole or not at all.</summary>
internal static class ReplacedFile
{
    /// <summary>Writes a file anew, with the rights that it has; behind a link, the file that the link leads to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">What it held when it was read.</param>
    /// <param name="after">What it is to hold.</param>
    /// <exception cref="IOException">It cannot be written, or holds something else by now; it is left as it is.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; it is left as it is.</exception>
    internal static void Write(string path, byte[] before, byte[] after)
    {
        var file = new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
        if (file.IsReadOnly)
            throw new UnauthorizedAccessException("the file is read-only");
        var unfinished = Path.Combine(file.DirectoryName!, $".{file.Name}.{Guid.NewGuid():N}.unfinished");
        try
        {
            File.WriteAllBytes(unfinished, after);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(unfinished, file.UnixFileMode);
            if (!File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(before))
                throw new IOException("somebody has changed it meanwhile; run again");
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
