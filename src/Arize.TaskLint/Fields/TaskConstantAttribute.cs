namespace Arize.TaskLint.Fields;

/// <summary>
/// Specifies that a builder's method sets a field to a constant. On a method whose <see cref="TaskFieldAttribute"/> adds a mapping, the field is one
/// of that mapping; otherwise it is a field of the builder's own mapping.
/// </summary>
/// <param name="name">The field's name in the API.</param>
/// <param name="value">The value: a word, <c>true</c> or <c>false</c>; null if the field is set to null.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class TaskConstantAttribute(string name, string? value) : Attribute
{
    /// <summary>The field's name in the API.</summary>
    public string Name { get; } = name;

    /// <summary>The value: a word, <c>true</c> or <c>false</c>; null if the field is set to null.</summary>
    public string? Value { get; } = value;
}
