namespace Arize.TaskLint.Cli.Inputs.CSharp;

/// <summary>Finds the program <c>dotnet</c>, which runs what reads C#.</summary>
internal static class DotnetCommand
{
    /// <summary>Its full path, or null where there is none.</summary>
    internal static string? Find(Host host)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var folders = $"{host.Variable("DOTNET_ROOT")}{Path.PathSeparator}{host.Variable("PATH")}"
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name));
        return new[] { host.Variable("DOTNET_HOST_PATH") }.Concat(folders)
            .FirstOrDefault(file => Path.IsPathFullyQualified(file ?? "") && File.Exists(file));
    }
}
