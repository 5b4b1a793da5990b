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

/// <summary>How the team accepts a finding.</summary>
/// <param name="Kind">Where.</param>
/// <param name="Reason">Why, in the team's words; null where no reason is given.</param>
/// <param name="Until">The last day on which it counts, in UTC, as it is written; null for ever.</param>
public sealed record Acceptance(AcceptanceKind Kind, string? Reason, string? Until);
