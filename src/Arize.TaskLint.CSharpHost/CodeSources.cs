namespace Arize.TaskLint.CSharpHost;

/// <summary>What the sources of an input say, as far as they are on this machine as they were built.</summary>
internal sealed record CodeSources
{
    /// <summary>The lines on which they suppress rules.</summary>
    internal IReadOnlyList<CodeSuppression> Suppressions { get; init; } = [];

    /// <summary>Findings of the compiler that they suppress, wherever the tool sees them.</summary>
    internal IReadOnlyList<SuppressedFinding> Findings { get; init; } = [];

    /// <summary>Files that the compiler knew by another path, with where they are here.</summary>
    internal IReadOnlyDictionary<string, string> Moved { get; init; } = new Dictionary<string, string>();

    /// <summary>Files that are not read, with the reason.</summary>
    internal IReadOnlyDictionary<string, string> Unread { get; init; } = new Dictionary<string, string>();
}
