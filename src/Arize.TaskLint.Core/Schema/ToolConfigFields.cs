namespace Arize.TaskLint.Core.Schema;

/// <summary>The tools that a model may call.</summary>
public static class ToolConfigFields
{
    public static readonly FieldSpec Tools = new("tools", ValueKind.AnyList, "The tools, as the provider describes them");

    public static readonly FieldSpec ToolChoice = new("tool_choice", ValueKind.Any, "Which tool is called, in the provider's words");

    public static readonly ObjectSpec Spec = new("a tool configuration", Tools, ToolChoice) { IsOpen = true };
}
