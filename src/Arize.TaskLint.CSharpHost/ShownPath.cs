namespace Arize.TaskLint.CSharpHost;

/// <summary>How messages call files: relative to the folder that the tool runs in, with <c>/</c>.</summary>
internal static class ShownPath
{
    /// <summary>The folder that the tool runs in. User code may go to another one, but not before this is set.</summary>
    internal static string Folder { get; private set; } = Environment.CurrentDirectory;

    /// <summary>Sets the folder that the tool runs in.</summary>
    internal static void Begin() => Folder = Environment.CurrentDirectory;

    internal static string Of(string path) =>
        Path.GetRelativePath(Folder, Path.GetFullPath(path, Folder)).Replace(Path.DirectorySeparatorChar, '/');
}
