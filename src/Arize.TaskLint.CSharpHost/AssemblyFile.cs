namespace Arize.TaskLint.CSharpHost;

/// <summary>Loads a built assembly.</summary>
internal static class AssemblyFile
{
    /// <summary>Loads a file, with its own dependencies.</summary>
    /// <exception cref="InputException">It is no assembly that can be loaded here.</exception>
    internal static LoadedCode Load(string path)
    {
        try
        {
            var context = new DeclarationContext(path);
            return new LoadedCode(context.LoadFromAssemblyPath(path), () => AssemblySources.Of(context)) { Folder = Path.GetDirectoryName(path)! };
        }
        catch (Exception invalid) when (invalid is BadImageFormatException or FileLoadException or InvalidOperationException)
        {
            var reason = Failure.OneLine(invalid.Message).Replace(path, ShownPath.Of(path), StringComparison.Ordinal);
            throw new InputException($"'{ShownPath.Of(path)}' cannot be loaded as a .NET assembly: {reason}");
        }
    }
}
