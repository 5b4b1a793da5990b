namespace Arize.TaskLint.Core.Rules;

/// <summary>What is true of a rule besides its ID, severity and title. Each trait is false for most rules.</summary>
public sealed record RuleTraits
{
    /// <summary>No trait at all.</summary>
    public static RuleTraits None { get; } = new();

    /// <summary>Whether the rule needs the live task, so that it is silent offline.</summary>
    public bool NeedsLive { get; init; }

    /// <summary>
    /// Whether only the tool can judge the rule, and no compiler: it needs the live task, the environment, the settings or the date of a run.
    /// </summary>
    public bool IsForToolOnly { get => field || NeedsLive; init; }

    /// <summary>Whether only declarations in code can break the rule, and none in YAML.</summary>
    public bool IsForCodeOnly { get; init; }

    /// <summary>Whether the rule is off until <c>tasklint.yaml</c> says what the team asks for.</summary>
    public bool NeedsSettings { get; init; }

    /// <summary>Whether a live task can break the rule, which is then reported as ATL7005.</summary>
    public bool ChecksLive { get; init; }

    /// <summary>Whether findings may come with a fix.</summary>
    public bool HasFix { get; init; }

    /// <summary>
    /// Whether nothing hides its findings: no setting, suppression or baseline. It says that something is not known, which nobody can accept as
    /// known.
    /// </summary>
    public bool IsAlwaysTold { get; init; }
}
