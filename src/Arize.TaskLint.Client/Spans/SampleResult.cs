namespace Arize.TaskLint.Client.Spans;

/// <summary>What was read of a file of a sample.</summary>
public sealed record SampleResult
{
    /// <summary>How many rows were read and given on.</summary>
    public long Rows { get; init; }

    /// <summary>How many rows could not be read and were passed over.</summary>
    public long Unread { get; init; }

    /// <summary>Why rows, or what follows them, could not be read: the first ones, each with its line.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether the file was read to its end.</summary>
    public bool IsToEnd { get; init; } = true;

    /// <summary>Whether it says of itself that there are more rows.</summary>
    public bool HasMore { get; init; }

    /// <summary>Why it is no sample at all, and what is needed; null if it is one.</summary>
    public string? OtherKind { get; init; }

    /// <summary>Whether all of it was read.</summary>
    public bool IsWhole => OtherKind is null && Unread == 0 && IsToEnd;
}
