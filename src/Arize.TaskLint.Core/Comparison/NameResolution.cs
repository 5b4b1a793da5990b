using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>The result of looking up a name.</summary>
public abstract record NameResolution
{
    private NameResolution()
    {
    }

    /// <summary>One resource has the name.</summary>
    public sealed record Found(string Id) : NameResolution;

    /// <summary>Several resources have the name.</summary>
    /// <param name="Ids">Their IDs.</param>
    public sealed record Ambiguous(IReadOnlyList<string> Ids) : NameResolution;

    /// <summary>All resources are known, and none has the name.</summary>
    /// <param name="Reason">That, as a message; the same for all that use the name in the same place.</param>
    public sealed record Missing(string Reason) : NameResolution;

    /// <summary>It is not known which resource has the name.</summary>
    /// <param name="Cause">Why; names that have the same cause share one finding.</param>
    public sealed record Unresolved(LiveFailure Cause) : NameResolution;

    /// <summary>The live side was saved without the resources of this kind.</summary>
    /// <param name="Label">What the saved live side is called in messages.</param>
    public sealed record NotSaved(string Label) : NameResolution;
}

/// <summary>Finds the ID of a resource by its kind and exact name, with letter case.</summary>
public delegate NameResolution NameResolver(ResourceKind kind, string name);
