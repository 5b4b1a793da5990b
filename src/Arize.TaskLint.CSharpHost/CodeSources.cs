namespace Arize.TaskLint.CSharpHost;

/// <summary>Sources of an input, if this machine has them as they were built.</summary>
internal sealed record CodeSources
{
    /// <summary>The lines on which they suppress rules.</summary>
    internal IReadOnlyList<CodeSuppression> Suppressions { get; init; } = [];

    /// <summary>Findings of the compiler that they suppress, wherever the tool reports them.</summary>
    internal IReadOnlyList<SuppressedFinding> Findings { get; init; } = [];

    /// <summary>Files that the compiler knew by another path, with their path on this machine.</summary>
    internal IReadOnlyDictionary<string, string> Moved { get; init; } = new Dictionary<string, string>();

    /// <summary>Files that are not read, with the reason.</summary>
    internal IReadOnlyDictionary<string, string> Unread { get; init; } = new Dictionary<string, string>();
}
