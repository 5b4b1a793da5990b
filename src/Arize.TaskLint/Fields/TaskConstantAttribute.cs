namespace Arize.TaskLint.Fields;

/// <summary>
/// Says that a builder's method gives a field a value that is always the same. On a method whose <see cref="TaskFieldAttribute"/> adds a mapping,
/// it means a field of that mapping; else a field of the mapping that the builder stands for.
/// </summary>
/// <param name="name">The field's name in the API.</param>
/// <param name="value">The value: a word, <c>true</c> or <c>false</c>; null where the field says null.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class TaskConstantAttribute(string name, string? value) : Attribute
{
    /// <summary>The field's name in the API.</summary>
    public string Name { get; } = name;

    /// <summary>The value: a word, <c>true</c> or <c>false</c>; null where the field says null.</summary>
    public string? Value { get; } = value;
}
