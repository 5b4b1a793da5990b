using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>What a name came to.</summary>
public abstract record NameResolution
{
    private NameResolution()
    {
    }

    /// <summary>One resource has the name.</summary>
    /// <param name="Id">Its ID.</param>
    public sealed record Found(string Id) : NameResolution;

    /// <summary>Several resources have the name.</summary>
    /// <param name="Ids">Their IDs.</param>
    public sealed record Ambiguous(IReadOnlyList<string> Ids) : NameResolution;

    /// <summary>It cannot be told which resource has the name.</summary>
    /// <param name="Reason">Why, as a message.</param>
    /// <param name="IsMissing">Whether all resources are known, and none has the name.</param>
    public sealed record Unresolved(string Reason, bool IsMissing = false) : NameResolution;
}

/// <summary>Finds the ID of a resource by its kind and exact name, with letter case.</summary>
public delegate NameResolution NameResolver(ResourceKind kind, string name);
