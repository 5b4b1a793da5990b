using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>The fields of an entry of a baseline. Only the fingerprint is compared; the others describe the finding for people.</summary>
public static class BaselineEntryFields
{
    /// <summary>The rule's ID.</summary>
    public static readonly FieldSpec Rule = new("rule", ValueKind.Text, "The rule's ID") { IsRequired = true, NeedsText = true };

    /// <summary>The file, relative to the baseline.</summary>
    public static readonly FieldSpec File = new("file", ValueKind.Text, "The file, relative to the baseline") { IsRequired = true, NeedsText = true };

    public static readonly FieldSpec Task = new("task", ValueKind.Text, "The task's name, or else its ID");

    public static readonly FieldSpec Path = new("path", ValueKind.Text, "The field's path");

    /// <summary>The message when the finding was accepted.</summary>
    public static readonly FieldSpec Message = new("message", ValueKind.Text, "What was said when it was accepted");

    /// <summary>How often the finding is accepted.</summary>
    public static readonly FieldSpec Count = new("count", ValueKind.Integer, "How often it is accepted, where more than once");

    /// <summary>Identifies the finding.</summary>
    public static readonly FieldSpec Fingerprint = new("fingerprint", ValueKind.Text, "What tells the finding from others")
    { IsRequired = true, NeedsText = true };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a baseline entry", Rule, File, Task, Path, Message, Count, Fingerprint);
}
