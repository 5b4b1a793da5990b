namespace Arize.TaskLint.Engine;

/// <summary>The tool was called wrongly, or a file cannot be read: exit code 2. The messages say what is wrong, where, and what to do.</summary>
/// <param name="messages">One message or several.</param>
public sealed class UsageException(params IReadOnlyList<string> messages) : Exception(string.Join('\n', messages))
{
    /// <summary>The messages.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;
}
