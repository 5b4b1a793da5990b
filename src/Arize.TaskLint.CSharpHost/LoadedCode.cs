using System.Reflection;

namespace Arize.TaskLint.CSharpHost;

/// <summary>An input that was compiled or loaded.</summary>
/// <param name="Sources">Reads its sources, of which there may be many, once the declarations are known.</param>
internal sealed record LoadedCode(Assembly Assembly, Func<CodeSources> Sources)
{
    /// <summary>The folder that the code takes for its own: <see cref="AppContext.BaseDirectory"/>.</summary>
    internal required string Folder { get; init; }

    /// <summary>The symbols of an assembly that is in memory only; null if they are beside it.</summary>
    internal byte[]? Symbols { get; init; }

    /// <summary>The diagnostics that the project switches off for all of its files (<c>NoWarn</c>).</summary>
    internal IReadOnlyList<string> NoWarn { get; init; } = [];

    /// <summary>Resources that this process holds while the code runs, or null.</summary>
    internal IDisposable? Held { get; init; }
}
