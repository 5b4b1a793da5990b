namespace Arize.TaskLint.Fields;

/// <summary>
/// Specifies which field of the API a builder's method, or a parameter of it, sets, so that tools that read declarations from source code need no
/// list of methods. On a method, it is a field of the builder's own mapping; on a parameter, a field of the mapping that the method adds, or of the
/// matcher that it creates.
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

    /// <summary>How the call changes the field.</summary>
    public FieldUse Use { get; set; }
}
