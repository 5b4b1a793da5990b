namespace Arize.TaskLint.Core.Model;

/// <summary>A value of the tree, with its place. YAML, JSON and C# all become these nodes.</summary>
public abstract class Node
{
    private protected Node(Place place) => Place = place;

    /// <summary>The place of the value. For an alias, this is the place of the alias; nested values have the places where they are written.</summary>
    public Place Place { get; }

    /// <summary>Describes the value for a message: <c>text</c>, <c>a list</c>, <c>a mapping</c> ….</summary>
    public abstract string Describe();

    /// <summary>Whether a text in it was written with <c>${</c>.</summary>
    internal abstract bool HoldsVariables { get; }

    /// <summary>The same value at another place, for an alias.</summary>
    internal abstract Node At(Place place);

    /// <summary>The value with texts that contain <c>${</c> replaced.</summary>
    internal abstract Node WithVariables(Func<ScalarNode, ScalarNode> change);
}

/// <summary>The place of the text of a value.</summary>
public sealed record Written(Place Place);

/// <summary>Why a value is unknown.</summary>
/// <param name="Variable">The environment variable that is not set; null for code whose value is known only at run time.</param>
/// <param name="Place">The place of the variable or of the code.</param>
public sealed record UnknownReason(string? Variable, Place Place)
{
    internal Problem ToProblem(FieldPath path) => Variable is { } name ? new UnsetVariable(Place, path, name) : new NotConstant(Place, path);
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key, with its place.</param>
/// <param name="Value">The value, with its place.</param>
public readonly record struct Entry(ScalarNode Key, Node Value);
