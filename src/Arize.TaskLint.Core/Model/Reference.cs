using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A reference that can be made by ID or by name.</summary>
/// <param name="ById">The field that holds the ID.</param>
/// <param name="ByName">The field that holds the name.</param>
public readonly record struct Reference(FieldValue ById, FieldValue ByName)
{
    /// <summary>Whether something is referred to, known or not.</summary>
    public bool IsGiven => ById.IsGiven || ByName.IsGiven;

    /// <summary>Whether either field is there, even to say "none".</summary>
    public bool IsDeclared => !ById.IsAbsent || !ByName.IsAbsent;

    /// <summary>Whether nothing can be said about what is referred to.</summary>
    public bool IsUncertain => ById.IsUncertain || ByName.IsUncertain;

    /// <summary>The field that refers: the ID's where both do.</summary>
    public FieldValue Field => ById.IsGiven || (!ByName.IsGiven && !ById.IsAbsent) ? ById : ByName;
}
