namespace Arize.TaskLint.CSharpHost;

/// <summary>How messages call files: relative to the folder that the tool runs in, with <c>/</c>.</summary>
internal static class ShownPath
{
    internal static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        return Path.GetRelativePath(Environment.CurrentDirectory, full).Replace(Path.DirectorySeparatorChar, '/');
    }
}
