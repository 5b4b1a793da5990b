namespace Arize.TaskLint.Client.Platforms;

/// <summary>A platform refused a request, or did not answer.</summary>
/// <param name="message">What happened, for a person.</param>
/// <param name="status">The status of the answer; null if there was none.</param>
public sealed class PlatformException(string message, int? status) : Exception(message)
{
    /// <summary>The status of the answer; null if there was none.</summary>
    public int? Status { get; } = status;
}
