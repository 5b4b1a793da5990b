using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>The fields of a baseline file.</summary>
public static class BaselineFields
{
    /// <summary>The version of the form.</summary>
    public static readonly FieldSpec FormatVersion = new("formatVersion", ValueKind.Text, "The version of the form") { IsRequired = true };

    /// <summary>The accepted findings.</summary>
    public static readonly FieldSpec Findings = new("findings", ValueKind.ObjectList, "The accepted findings")
    { Object = BaselineEntryFields.Spec, IsRequired = true };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a baseline", FormatVersion, Findings);
}
