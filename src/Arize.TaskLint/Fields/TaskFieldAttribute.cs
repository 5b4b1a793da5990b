namespace Arize.TaskLint.Fields;

/// <summary>
/// Says which field of the API a builder's method, or a parameter of it, sets: what reads declarations from source code needs no list of
/// methods. On a method it means a field of the mapping that the builder stands for; on a parameter, a field of the mapping that the method
/// adds, or of the matcher that it makes.
/// </summary>
/// <param name="name">
/// The field's name in the API. Empty: the builder's own value, which is a free mapping (<see cref="FieldUse.Entry"/>) or a free list (the other
/// uses append to it); on a parameter, the value that the method adds.
/// </param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TaskFieldAttribute(string name) : Attribute
{
    /// <summary>The field's name in the API; empty for the builder's own value.</summary>
    public string Name { get; } = name;

    /// <summary>What the call does to the field.</summary>
    public FieldUse Use { get; set; }
}
