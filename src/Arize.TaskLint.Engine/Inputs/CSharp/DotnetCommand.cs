namespace Arize.TaskLint.Engine.Inputs.CSharp;

/// <summary>Finds the program <c>dotnet</c>, which runs what reads C#.</summary>
internal static class DotnetCommand
{
    /// <summary>Its full path, or null where there is none.</summary>
    internal static string? Find(Workspace workspace)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var folders = $"{workspace.Variable("DOTNET_ROOT")}{Path.PathSeparator}{workspace.Variable("PATH")}"
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name));
        return new[] { workspace.Variable("DOTNET_HOST_PATH") }.Concat(folders)
            .FirstOrDefault(file => Path.IsPathFullyQualified(file ?? "") && File.Exists(file));
    }
}
