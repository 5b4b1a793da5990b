namespace Arize.TaskLint.Core.Rules;

/// <summary>Properties of a rule besides its ID, severity and title. Each is false for most rules.</summary>
public sealed record RuleTraits
{
    /// <summary>No trait at all.</summary>
    public static RuleTraits None { get; } = new();

    /// <summary>Whether the rule needs the live task, so that it is silent offline.</summary>
    public bool NeedsLive { get; init; }

    /// <summary>Whether the rule needs a sample of exported spans, or of runs, so that it is silent without one.</summary>
    public bool NeedsSample { get; init; }

    /// <summary>
    /// Whether only the tool can judge the rule, and no compiler: it needs the live task, a sample, the environment, the settings or the date of a
    /// run.
    /// </summary>
    public bool IsForToolOnly { get => field || NeedsSample || (NeedsLive && SnapshotSeverity is null); init; }

    /// <summary>
    /// The severity in the compiler, which compares with a snapshot that belongs to the project, and is as old as that; null if a snapshot is not
    /// enough for the rule, or not needed.
    /// </summary>
    public Severity? SnapshotSeverity { get; init; }

    /// <summary>Whether only declarations in code can violate the rule.</summary>
    public bool IsForCodeOnly { get; init; }

    /// <summary>Whether the rule is off until <c>tasklint.yaml</c> contains the team's requirement.</summary>
    public bool NeedsSettings { get; init; }

    /// <summary>Whether a live task can break the rule, which is then reported as ATL7005.</summary>
    public bool ChecksLive { get; init; }

    /// <summary>Whether the rule is about the paths that fill the variables of an evaluator.</summary>
    public bool IsOfMappings { get; init; }

    /// <summary>Whether findings may have a fix.</summary>
    public bool HasFix { get; init; }

    /// <summary>Whether the rule runs only where an option asks for it, so that without findings nothing is known.</summary>
    public bool IsOnRequest { get => field || NeedsSample; init; }

    /// <summary>
    /// Whether nothing can hide its findings: no setting, suppression or baseline. They report that something is unknown, which cannot be accepted as
    /// known.
    /// </summary>
    public bool IsAlwaysTold { get; init; }
}
