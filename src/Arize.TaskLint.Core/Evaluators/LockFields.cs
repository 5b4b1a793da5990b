using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>The fields of a lock file. A later version of the same form may have more, which are ignored.</summary>
public static class LockFields
{
    /// <summary>The version of the form.</summary>
    public static readonly FieldSpec Version = new("lockVersion", ValueKind.Text, "The version of the form") { IsRequired = true, NeedsText = true };

    /// <summary>The locked evaluators.</summary>
    public static readonly FieldSpec Evaluators = new("evaluators", ValueKind.ObjectList, "The evaluators that are not pinned")
    { Object = LockedFields.Spec, IsRequired = true };

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a lock", Version, Evaluators) { IsOpen = true };
}

/// <summary>The fields of an evaluator in a lock file.</summary>
public static class LockedFields
{
    /// <summary>The ID of the evaluator.</summary>
    public static readonly FieldSpec Id = new("id", ValueKind.Text, "The ID of the evaluator") { IsRequired = true, NeedsText = true };

    /// <summary>Its name, for people.</summary>
    public static readonly FieldSpec Name = new("name", ValueKind.Text, "The name of the evaluator, for people");

    /// <summary>The ID of the version that was the latest.</summary>
    public static readonly FieldSpec VersionId = new("version_id", ValueKind.Text, "The ID of the version that was the latest")
    { IsRequired = true, NeedsText = true };

    /// <summary>The commit of that version.</summary>
    public static readonly FieldSpec CommitHash = new("commit_hash", ValueKind.Text, "The commit of that version");

    /// <summary>The table.</summary>
    public static readonly ObjectSpec Spec = new("a locked evaluator", Id, Name, VersionId, CommitHash) { IsOpen = true };
}
