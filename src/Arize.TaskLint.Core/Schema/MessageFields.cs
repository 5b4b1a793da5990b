namespace Arize.TaskLint.Core.Schema;

/// <summary>A message of an LLM generation.</summary>
public static class MessageFields
{
    public static readonly FieldSpec Role = new("role", ValueKind.Enum, "Who says it") { Enum = TaskEnums.Role, IsRequired = true };

    public static readonly FieldSpec Content = new("content", ValueKind.Text, "What is said, with placeholders")
    { AlsoCalled = ["text", "message"] };

    public static readonly FieldSpec ToolCallId = new("tool_call_id", ValueKind.Text, "The tool call that a TOOL message answers");

    public static readonly FieldSpec ToolCalls = new("tool_calls", ValueKind.ObjectList, "The tools that an ASSISTANT message calls")
    { Object = ToolCallFields.Spec };

    public static readonly ObjectSpec Spec = new("a message", Role, Content, ToolCallId, ToolCalls);
}
