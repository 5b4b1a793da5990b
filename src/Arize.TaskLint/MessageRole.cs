namespace Arize.TaskLint;

/// <summary>Who says a message.</summary>
public enum MessageRole
{
    /// <summary>USER: the one who asks.</summary>
    User,

    /// <summary>ASSISTANT: the model.</summary>
    Assistant,

    /// <summary>SYSTEM: the instructions.</summary>
    System,

    /// <summary>TOOL: the answer to a tool call.</summary>
    Tool,
}
