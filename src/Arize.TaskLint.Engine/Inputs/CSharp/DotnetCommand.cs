namespace Arize.TaskLint.Engine.Inputs.CSharp;

/// <summary>Finds the program <c>dotnet</c>, which runs what reads C#.</summary>
internal static class DotnetCommand
{
    /// <summary>Its full path, or null if there is none.</summary>
    internal static string? Find(Workspace workspace) =>
        workspace.Variable("DOTNET_HOST_PATH") is { } host && Path.IsPathFullyQualified(host) && File.Exists(host)
            ? host
            : ProgramPath.Find(workspace, "dotnet", workspace.Variable("DOTNET_ROOT"));
}
