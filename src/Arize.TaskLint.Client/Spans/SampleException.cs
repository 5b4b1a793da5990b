namespace Arize.TaskLint.Client.Spans;

/// <summary>A part of a sample that cannot be read.</summary>
/// <param name="line">The line that it begins on, from 1.</param>
/// <param name="offset">How many bytes are before it.</param>
/// <param name="reason">Why, without any of its content.</param>
internal sealed class SampleException(long line, long offset, string reason) : Exception(reason)
{
    internal long Line { get; } = line;

    internal long Offset { get; } = offset;

    /// <summary>Whether the part was passed, so that what follows can be read.</summary>
    internal bool IsPassed { get; init; }

    /// <summary>Whether the file ends there.</summary>
    internal bool IsAtEnd { get; init; }
}
