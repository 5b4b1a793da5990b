namespace Arize.TaskLint.Testing;

/// <summary>Finds files of the repository that the tests run in.</summary>
public static class Repository
{
    /// <summary>The folder that the solution stands in.</summary>
    public static string Root { get; } = Find();

    /// <summary>The full path of a file or folder.</summary>
    /// <param name="parts">Its path from the root, folder by folder.</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Arize.TaskLint.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no Arize.TaskLint.sln above {AppContext.BaseDirectory}");
    }
}
