namespace Arize.TaskLint.Core.Model;

/// <summary>A value of the tree, with its place. YAML, JSON and C# all become these nodes.</summary>
public abstract class Node
{
    private protected Node(Place place) => Place = place;

    /// <summary>Where the value stands. The use of an alias stands at the alias; what is inside it stands where it is written.</summary>
    public Place Place { get; }

    /// <summary>What the value is, in words for a message: <c>text</c>, <c>a list</c>, <c>a mapping</c> ….</summary>
    public abstract string Describe();

    /// <summary>Whether a text in it was written with <c>${</c>.</summary>
    internal abstract bool HoldsVariables { get; }

    /// <summary>The same value at another place: what an alias stands for.</summary>
    internal abstract Node At(Place place);

    /// <summary>The value with other texts where <c>${</c> was written.</summary>
    internal abstract Node WithVariables(Func<ScalarNode, ScalarNode> change);
}

/// <summary>Where the text of a value is written.</summary>
public sealed record Written(Place Place);

/// <summary>Why a value is not known.</summary>
/// <param name="Variable">The environment variable that is not set; null for code whose value only a run of it tells.</param>
/// <param name="Place">Where the variable is named, or the code stands.</param>
public sealed record UnknownReason(string? Variable, Place Place)
{
    internal Problem ToProblem(FieldPath path) => Variable is { } name ? new UnsetVariable(Place, path, name) : new NotConstant(Place, path);
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key, with its place.</param>
/// <param name="Value">The value, with its place.</param>
public readonly record struct Entry(ScalarNode Key, Node Value);
