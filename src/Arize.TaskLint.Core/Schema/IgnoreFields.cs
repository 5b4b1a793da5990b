namespace Arize.TaskLint.Core.Schema;

/// <summary>An entry of <c>ignore</c>: drift that a team lives with.</summary>
public static class IgnoreFields
{
    /// <summary>The path of the drift, or of something above it.</summary>
    public static readonly FieldSpec Path = new("path", ValueKind.Text,
        "The path of the drift, or of anything above it; `[*]` stands for every entry of a list")
    { Role = FieldRole.Local, IsRequired = true, NeedsText = true };

    /// <summary>Why the drift is accepted.</summary>
    public static readonly FieldSpec Reason = new("reason", ValueKind.Text, "Why the drift is accepted") { Role = FieldRole.Local };

    /// <summary>Who answers for it.</summary>
    public static readonly FieldSpec Owner = new("owner", ValueKind.Text, "Who answers for it") { Role = FieldRole.Local };

    /// <summary>The last day on which the entry counts.</summary>
    public static readonly FieldSpec Until = new("until", ValueKind.Date,
        "The last day on which the entry counts, in UTC; without it, it counts for ever")
    { Role = FieldRole.Local };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("an ignore entry", Path, Reason, Owner, Until);
}
