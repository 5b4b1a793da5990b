namespace Arize.TaskLint;

/// <summary>The role of a message's author.</summary>
public enum MessageRole
{
    /// <summary>USER: the user.</summary>
    User,

    /// <summary>ASSISTANT: the model.</summary>
    Assistant,

    /// <summary>SYSTEM: the instructions.</summary>
    System,

    /// <summary>TOOL: the answer to a tool call.</summary>
    Tool,
}
