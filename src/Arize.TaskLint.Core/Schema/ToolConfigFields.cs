namespace Arize.TaskLint.Core.Schema;

/// <summary>The tools that a model may call.</summary>
public static class ToolConfigFields
{
    public static readonly FieldSpec Tools = new("tools", ValueKind.AnyList, "The tools, as the provider describes them");

    /// <summary>Which tool is called.</summary>
    public static readonly FieldSpec ToolChoice = new("tool_choice", ValueKind.Any, "Which tool is called, in the provider's words");

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a tool configuration", Tools, ToolChoice) { IsOpen = true };
}
