using YamlDotNet.Core;

namespace Arize.TaskLint.Core.Fixes.Yaml;

/// <summary>The kind of a value of a YAML text.</summary>
internal enum LayoutKind
{
    Scalar,
    List,
    Mapping,
    Alias,
}

/// <summary>A value as it is written in a YAML text: aliases and merge keys are not resolved.</summary>
internal sealed class LayoutNode(LayoutKind kind)
{
    private Dictionary<string, List<LayoutEntry>>? index;

    internal LayoutKind Kind { get; } = kind;

    /// <summary>Where it begins, with its anchor and tag.</summary>
    internal int Begin { get; set; }

    /// <summary>Where its own text begins, which is the place of the value in the tree.</summary>
    internal int Start { get; set; }

    internal int End { get; set; }

    internal string? Anchor { get; set; }

    internal string? Tag { get; set; }

    /// <summary>The text of a scalar, or the anchor's name of an alias.</summary>
    internal string Text { get; set; } = "";

    internal ScalarStyle Style { get; set; }

    /// <summary>Whether a list or mapping is in brackets or braces (flow style).</summary>
    internal bool IsFlow { get; set; }

    /// <summary>Whether this is the mapping in <c>[key: value]</c>, which has no braces.</summary>
    internal bool IsPair { get; set; }

    /// <summary>The list or mapping around it; null for the root of a document.</summary>
    internal LayoutNode? Parent { get; set; }

    /// <summary>The entry that it is the value of, or null.</summary>
    internal LayoutEntry? Entry { get; set; }

    /// <summary>The value that an alias refers to.</summary>
    internal LayoutNode? Target { get; set; }

    /// <summary>The aliases that refer to it.</summary>
    internal List<LayoutNode> Aliases { get; } = [];

    internal List<LayoutNode> Items { get; } = [];

    internal List<LayoutEntry> Entries { get; } = [];

    /// <summary>Whether its text is nothing: a null that is not written.</summary>
    internal bool IsUnwritten => Kind == LayoutKind.Scalar && End == Start;

    /// <summary>Whether it is inside of a list or mapping in brackets or braces.</summary>
    internal bool IsInFlow => Parent is { IsFlow: true };

    /// <summary>The entry of a key, the first one of several.</summary>
    internal LayoutEntry? Find(string key) => Index.TryGetValue(key, out var same) ? same[0] : null;

    /// <summary>Whether a key is there more than once.</summary>
    internal bool IsRepeated(string key) => Index.TryGetValue(key, out var same) && same.Count > 1;

    // Made when the mapping is complete: only then it is asked for.
    private Dictionary<string, List<LayoutEntry>> Index => index ??= Entries.Where(entry => !entry.IsMerge)
        .GroupBy(entry => entry.Key.Text, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
}
