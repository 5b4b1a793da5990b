using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Generator;

/// <summary>A builder, and what its methods say beyond the schema.</summary>
/// <param name="Type">The builder's class.</param>
/// <param name="Spec">The mapping that it stands for; null for a mapping of free keys.</param>
/// <param name="Fields">The fields of which the schema does not say everything. All others have methods too.</param>
internal sealed record BuilderRow(string Type, ObjectSpec? Spec, params FieldRow[] Fields)
{
    /// <summary>The methods that set keys beyond those of the schema; null where there are none.</summary>
    internal FreeKeys? FreeKeys { get; init; }

    /// <summary>The row of a field.</summary>
    internal FieldRow RowOf(FieldSpec field) => Fields.SingleOrDefault(row => row.Field == field) ?? new FieldRow(field);
}

/// <summary>What a field's methods say beyond the schema.</summary>
/// <param name="Field">The field.</param>
/// <param name="ArgumentName">The name of the argument; null for the field's own name, or <c>id</c> or <c>name</c> for a reference.</param>
/// <param name="ArgumentText">
/// The description of the argument, without a range, without null and without a full stop; null for the one that the schema gives.
/// </param>
internal sealed record FieldRow(FieldSpec Field, string? ArgumentName = null, string? ArgumentText = null)
{
    /// <summary>Whether the methods that give the field a value are written by hand.</summary>
    internal bool IsByHand { get; init; }

    /// <summary>The method's name, where it is not the one that messages use.</summary>
    internal string? Method { get; init; }

    /// <summary>A second name of the method.</summary>
    internal string? AlsoNamed { get; init; }

    /// <summary>The name of the method that requires the field to be unset, where it is not <c>No</c> and the field's name.</summary>
    internal string? UnsetMethod { get; init; }

    /// <summary>The enum in C#.</summary>
    internal string? EnumType { get; init; }

    /// <summary>When null is given, in place of that the field must be unset.</summary>
    internal string NullText { get; init; } = "the field must be unset";

    /// <summary>For a mapping of free keys, the name of the key's argument.</summary>
    internal string KeyName { get; init; } = "key";

    /// <summary>For a mapping of free keys, the description of the key.</summary>
    internal string KeyText { get; init; } = "The key";

    /// <summary>For a list, whether null as the only argument sets the field to null instead of adding null to the list.</summary>
    internal bool IsNullWhenNull { get; init; }
}

/// <summary>The methods that set keys beyond those of the schema.</summary>
/// <param name="Method">The name of the method for single values, and the start of the others' names.</param>
/// <param name="What">What is set, with its article.</param>
/// <param name="KeyText">The description of the key.</param>
internal sealed record FreeKeys(string Method, string What, string KeyText);
