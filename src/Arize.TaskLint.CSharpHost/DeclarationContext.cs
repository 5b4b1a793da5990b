using System.Reflection;
using System.Runtime.Loader;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// Loads the assemblies of one input: its own come first, including the builders, so that its version of them may differ from the tool's; then the
/// files beside this program, and the frameworks of this machine.
/// </summary>
internal sealed class DeclarationContext : AssemblyLoadContext
{
    /// <summary>The name of the builders' assembly.</summary>
    internal const string Builders = "Arize.TaskLint";

    // The runtime unloads a context that nothing refers to, while its assemblies still need others; then these cannot be loaded any more.
    private static readonly List<DeclarationContext> Kept = [];

    private readonly AssemblyDependencyResolver? resolver;
    private readonly string? folder;

    /// <summary>A context for an assembly that is a file, or one that is compiled in memory.</summary>
    /// <param name="assembly">The file, or null.</param>
    internal DeclarationContext(string? assembly)
        : base(isCollectible: true)
    {
        lock (Kept)
            Kept.Add(this);
        if (assembly is not null)
        {
            resolver = new AssemblyDependencyResolver(assembly);
            folder = Path.GetDirectoryName(assembly);
        }
    }

    /// <summary>The folder of this program. <see cref="AppContext.BaseDirectory"/> is that of the input while its code runs.</summary>
    internal static string HostFolder { get; } = Path.GetDirectoryName(typeof(DeclarationContext).Assembly.Location)!;

    /// <summary>The builders that a C# file is compiled with.</summary>
    internal static string BuildersPath { get; } = Path.Combine(HostFolder, Builders + ".dll");

    /// <summary>The folder of the framework that this program runs on.</summary>
    internal static string FrameworkFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = resolver?.ResolveAssemblyToPath(assemblyName)
            ?? Existing(folder, assemblyName.Name)
            ?? (assemblyName.Name == Builders ? BuildersPath : OfOtherFramework(assemblyName.Name));
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private static string? Existing(string? folder, string? name) =>
        folder is not null && Path.Combine(folder, name + ".dll") is var path && File.Exists(path) ? path : null;

    // A catalog may lie in a web application, whose framework this program does not run on.
    private static string? OfOtherFramework(string? name)
    {
        if (Existing(FrameworkFolder, name) is not null)
            return null;
        var version = Path.GetFileName(FrameworkFolder);
        var frameworks = new DirectoryInfo(FrameworkFolder).Parent?.Parent;
        return frameworks is not { Exists: true } ? null : frameworks.EnumerateDirectories()
            .Select(framework => Existing(Path.Combine(framework.FullName, version), name))
            .FirstOrDefault(path => path is not null);
    }
}
