namespace Arize.TaskLint.Core.Comparison;

/// <summary>Why something about the live side is not known. Two failures are the same if they say the same.</summary>
/// <param name="Reason">The reason, as a message that says what to do.</param>
/// <param name="IsShared">Whether the reason is reported once, and not per task.</param>
public sealed record LiveFailure(string Reason, bool IsShared)
{
    /// <summary>A failure that several tasks have in common, so that it is reported once.</summary>
    public static LiveFailure Shared(string reason) => new(reason, IsShared: true);
}
