namespace Arize.TaskLint.Engine.Git;

/// <summary>A folder that only this user can read, and that is deleted with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The full path.</summary>
    internal string Path { get; } = Directory.CreateTempSubdirectory("tasklint-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            // A link in it is deleted, and not what it leads to.
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // The system clears its folder for temporary files itself.
        }
    }
}
