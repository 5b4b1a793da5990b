namespace Arize.TaskLint.CSharpHost;

/// <summary>An input cannot be read. The messages say what is wrong, where, and what to do.</summary>
/// <param name="messages">One message or several.</param>
internal sealed class InputException(params IReadOnlyList<string> messages) : Exception(string.Join('\n', messages))
{
    /// <summary>The messages.</summary>
    internal IReadOnlyList<string> Messages { get; } = messages;
}
