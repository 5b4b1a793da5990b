namespace Arize.TaskLint.Architecture.Tests;

/// <summary>The layers of Core: each namespace may use those before it in the list, and none behind it.</summary>
internal static class Layers
{
    /// <summary>The namespace that the layers are in. What lies in it directly may be used by all.</summary>
    internal const string Root = "Arize.TaskLint.Core";

    /// <summary>The layers, the lowest first. The namespaces within one belong to it.</summary>
    internal static readonly string[] InOrder =
    [
        "Schema",
        "Model",
        "Spelling",
        "Yaml",
        "Fixes",
        "Patterns",
        "Reading",
        "Spans",
        "Filters",
        "Templates",
        "Policies",
        "Comparison",
        "Evaluators",
        "Remedies",
        "Snapshots",
        "Runs",
        "Trials",
        "Rules",
        "Results",
        "Suppressions",
        "Documents",
        "Writing",
        "Severities",
        "Judging",
    ];

    /// <summary>The layer of a namespace, <c>Rules</c> of <c>Arize.TaskLint.Core.Rules.Live</c>; empty for the root, null for namespaces elsewhere.</summary>
    internal static string? Of(string name) =>
        name == Root ? ""
        : name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..].Split('.')[0]
        : null;

    /// <summary>Whether a layer may use another one.</summary>
    internal static bool MayUse(string user, string used) => used.Length == 0 || (user.Length > 0 && Rank(used) <= Rank(user));

    private static int Rank(string layer) => Array.IndexOf(InOrder, layer) is var rank and >= 0
        ? rank
        : throw new KeyNotFoundException($"{Root}.{layer} has no place among the layers");
}
