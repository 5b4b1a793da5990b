namespace Arize.TaskLint.Architecture.Tests;

/// <summary>The sources of the product.</summary>
internal static class Sources
{
    /// <summary>The paths of all C# files below a folder, with <c>/</c>, except what builds leave there.</summary>
    internal static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(path => path.Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
}
