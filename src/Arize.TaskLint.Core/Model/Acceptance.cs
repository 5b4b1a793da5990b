namespace Arize.TaskLint.Core.Model;

/// <summary>Where a finding is accepted.</summary>
public enum AcceptanceKind
{
    /// <summary>In a comment of the file.</summary>
    Comment,

    /// <summary>In code: <c>#pragma warning disable</c> or <c>[SuppressMessage]</c>.</summary>
    Code,

    /// <summary>In an <c>ignore</c> entry of the declaration or the settings.</summary>
    Ignore,

    Baseline,

    /// <summary>It was so before the pull request that is checked.</summary>
    Existing,
}

/// <param name="Reason">The reason in the team's words; null if there is none.</param>
/// <param name="Until">The last day on which it counts, in UTC, as it is written; null forever.</param>
public sealed record Acceptance(AcceptanceKind Kind, string? Reason, string? Until);
