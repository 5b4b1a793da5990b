using System.Reflection;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Loads a built assembly.</summary>
internal static class AssemblyFile
{
    /// <summary>Loads a file, with its own dependencies.</summary>
    /// <exception cref="InputException">It is no assembly that can be loaded here.</exception>
    internal static Assembly Load(string path)
    {
        try
        {
            return new DeclarationContext(path).LoadFromAssemblyPath(path);
        }
        catch (Exception invalid) when (invalid is BadImageFormatException or FileLoadException or InvalidOperationException)
        {
            var reason = Failure.OneLine(invalid.Message).Replace(path, ShownPath.Of(path), StringComparison.Ordinal);
            throw new InputException($"'{ShownPath.Of(path)}' cannot be loaded as a .NET assembly: {reason}");
        }
    }
}
