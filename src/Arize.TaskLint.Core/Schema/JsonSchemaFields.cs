namespace Arize.TaskLint.Core.Schema;

/// <summary>The JSON Schema of a response.</summary>
public static class JsonSchemaFields
{
    public static readonly FieldSpec Name = new("name", ValueKind.Text, "The schema's name");

    public static readonly FieldSpec Description = new("description", ValueKind.Text, "What the schema is for");

    public static readonly FieldSpec Schema = new("schema", ValueKind.AnyMap, "The JSON Schema itself");

    public static readonly FieldSpec Strict = new("strict", ValueKind.Boolean, "Whether the provider enforces the schema") { Default = "false" };

    public static readonly ObjectSpec Spec = new("a response schema", Name, Description, Schema, Strict) { IsOpen = true };
}
