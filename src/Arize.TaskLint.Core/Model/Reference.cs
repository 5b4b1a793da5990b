namespace Arize.TaskLint.Core.Model;

/// <summary>A reference that can be made by ID or by name.</summary>
/// <param name="ById">The field that holds the ID.</param>
/// <param name="ByName">The field that holds the name.</param>
public readonly record struct Reference(FieldValue ById, FieldValue ByName)
{
    /// <summary>Whether something is referred to, known or not.</summary>
    public bool IsGiven => ById.IsGiven || ByName.IsGiven;

    /// <summary>Whether either field is present, even if it is null or empty.</summary>
    public bool IsDeclared => !ById.IsAbsent || !ByName.IsAbsent;

    /// <summary>Whether the referenced resource is not known.</summary>
    public bool IsUncertain => ById.IsUncertain || ByName.IsUncertain;

    /// <summary>The field that refers; if both do, the ID.</summary>
    public FieldValue Field => ById.IsGiven || (!ByName.IsGiven && !ById.IsAbsent) ? ById : ByName;
}
