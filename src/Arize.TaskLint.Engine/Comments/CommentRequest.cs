namespace Arize.TaskLint.Engine.Comments;

/// <summary>Writes the result of a run as a comment on a pull or merge request.</summary>
internal sealed record CommentRequest
{
    /// <summary>The files that <c>--format json</c> wrote; several make one comment.</summary>
    public required IReadOnlyList<string> Results { get; init; }

    /// <summary>Tells the comments of several jobs apart.</summary>
    public string Id { get; init; } = "default";

    /// <summary>The number of the request; null for that of the job.</summary>
    public int? Number { get; init; }

    /// <summary>A label that is on the request as long as a result fails; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>How many comments on changed lines there are at most; 0 for none.</summary>
    public int MostLines { get; init; }

    /// <summary>Whether a comment is removed once there is nothing to report; else it says so.</summary>
    public bool Removes { get; init; }

    /// <summary>Whether to write nothing, and show the comment.</summary>
    public bool IsDry { get; init; }
}
