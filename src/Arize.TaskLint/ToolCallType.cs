namespace Arize.TaskLint;

/// <summary>What a tool call calls.</summary>
public enum ToolCallType
{
    /// <summary>FUNCTION: a function; the API has nothing else.</summary>
    Function,
}
