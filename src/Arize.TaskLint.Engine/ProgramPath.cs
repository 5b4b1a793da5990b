namespace Arize.TaskLint.Engine;

/// <summary>
/// Finds programs in the folders of <c>PATH</c>. Only full paths count: a program in the folder of a run, where anybody may have put it, is not
/// started.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The full path of a program, or null if there is none.</summary>
    /// <param name="workspace">The variables.</param>
    /// <param name="program">The name, without an extension.</param>
    /// <param name="folders">Folders that are searched before those of <c>PATH</c>.</param>
    internal static string? Find(Workspace workspace, string program, params string?[] folders)
    {
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return folders
            .Concat((workspace.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .OfType<string>()
            .Where(folder => Path.IsPathFullyQualified(folder))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
