namespace Arize.TaskLint.Core.Schema;

/// <summary>The form of a response.</summary>
public static class ResponseFormatFields
{
    public static readonly FieldSpec Type = new("type", ValueKind.Enum, "The form of the response") { Enum = TaskEnums.ResponseFormat };

    public static readonly FieldSpec JsonSchema = new("json_schema", ValueKind.Object, "The schema of a JSON_SCHEMA response")
    { Object = JsonSchemaFields.Spec };

    public static readonly ObjectSpec Spec = new("a response format", Type, JsonSchema) { IsOpen = true };
}
