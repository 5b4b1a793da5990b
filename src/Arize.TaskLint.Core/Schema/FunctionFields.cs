namespace Arize.TaskLint.Core.Schema;

/// <summary>The function that a tool call calls.</summary>
public static class FunctionFields
{
    public static readonly FieldSpec Name = new("name", ValueKind.Text, "The function's name") { IsRequired = true, NeedsText = true };

    public static readonly FieldSpec Arguments = new("arguments", ValueKind.Text, "The arguments: JSON, as a text") { IsRequired = true };

    public static readonly ObjectSpec Spec = new("a function", Name, Arguments);
}
