namespace Arize.TaskLint.Core.Schema;

/// <summary>A tool call of a message.</summary>
public static class ToolCallFields
{
    public static readonly FieldSpec Id = new("id", ValueKind.Text, "The ID by which a TOOL message answers the call");

    public static readonly FieldSpec Type = new("type", ValueKind.Enum, "What is called") { Enum = TaskEnums.ToolCallType, IsRequired = true };

    public static readonly FieldSpec Function = new("function", ValueKind.Object, "The function that is called")
    { Object = FunctionFields.Spec, IsRequired = true };

    public static readonly ObjectSpec Spec = new("a tool call", Id, Type, Function);
}
