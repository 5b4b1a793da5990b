namespace Arize.TaskLint.CSharpHost;

/// <summary>An input cannot be read. The messages contain the problem, its place and its solution.</summary>
/// <param name="messages">One message or several.</param>
internal sealed class InputException(params IReadOnlyList<string> messages) : Exception(string.Join('\n', messages))
{
    /// <summary>The messages.</summary>
    internal IReadOnlyList<string> Messages { get; } = messages;
}
