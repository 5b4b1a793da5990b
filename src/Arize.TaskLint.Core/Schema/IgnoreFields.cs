namespace Arize.TaskLint.Core.Schema;

/// <summary>An entry of <c>ignore</c>: drift that a team accepts.</summary>
public static class IgnoreFields
{
    public static readonly FieldSpec Path = new("path", ValueKind.Text,
        "The path of the drift, or of anything above it; `[*]` stands for every entry of a list")
    { Role = FieldRole.Local, IsRequired = true, NeedsText = true };

    public static readonly FieldSpec Reason = new("reason", ValueKind.Text, "Why the drift is accepted") { Role = FieldRole.Local };

    public static readonly FieldSpec Owner = new("owner", ValueKind.Text, "Who answers for it") { Role = FieldRole.Local };

    public static readonly FieldSpec Until = new("until", ValueKind.Date,
        "The last day on which the entry counts, in UTC; without it, it counts for ever")
    { Role = FieldRole.Local };

    public static readonly ObjectSpec Spec = new("an ignore entry", Path, Reason, Owner, Until);
}
