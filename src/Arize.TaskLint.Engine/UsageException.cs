namespace Arize.TaskLint.Engine;

/// <summary>The tool was called wrongly, or a file cannot be read. The messages say what is wrong, where, and what to do.</summary>
/// <param name="messages">One message or several.</param>
public sealed class UsageException(params IReadOnlyList<string> messages) : Exception(string.Join('\n', messages))
{
    /// <summary>The exit code: 2, or 3 where what is missing can be had, such as a commit that was not fetched.</summary>
    public int ExitCode { get; init; } = ExitCodes.Usage;

    /// <summary>The messages.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;
}
