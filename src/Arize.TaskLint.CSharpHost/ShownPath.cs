namespace Arize.TaskLint.CSharpHost;

/// <summary>How messages call files: relative to the folder that the tool runs in, with <c>/</c>.</summary>
internal static class ShownPath
{
    // User code may go to another folder, but not before this is set.
    private static string folder = Environment.CurrentDirectory;

    /// <summary>Sets the folder that the tool runs in.</summary>
    internal static void Begin() => folder = Environment.CurrentDirectory;

    internal static string Of(string path) =>
        Path.GetRelativePath(folder, Path.GetFullPath(path, folder)).Replace(Path.DirectorySeparatorChar, '/');
}
