namespace Arize.TaskLint;

/// <summary>The kind of target of a tool call.</summary>
public enum ToolCallType
{
    /// <summary>FUNCTION: a function; the API has nothing else.</summary>
    Function,
}
