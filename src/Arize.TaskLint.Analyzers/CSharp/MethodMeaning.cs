using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>How a method of a builder changes the mapping that it builds.</summary>
internal sealed class MethodMeaning
{
    private static readonly Dictionary<string, FieldUse> Uses =
        Enum.GetValues(typeof(FieldUse)).Cast<FieldUse>().ToDictionary(use => use.ToString(), StringComparer.Ordinal);

    private MethodMeaning(
        string? field, FieldUse use, IReadOnlyList<KeyValuePair<string, string?>> constants, IReadOnlyList<ParameterMeaning> parameters)
    {
        Field = field;
        Use = use;
        Constants = constants;
        Parameters = parameters;
    }

    /// <summary>The field that the method sets; empty for the builder's own value; null if the method sets no field.</summary>
    internal string? Field { get; }

    /// <summary>How it sets it.</summary>
    internal FieldUse Use { get; }

    /// <summary>Fields that the method sets to a fixed value, which may be null.</summary>
    internal IReadOnlyList<KeyValuePair<string, string?>> Constants { get; }

    /// <summary>The parameters, in their order.</summary>
    internal IReadOnlyList<ParameterMeaning> Parameters { get; }

    /// <summary>Whether the method has no effect on the declaration.</summary>
    internal bool IsNothing => Field is null && Constants.Count == 0;

    /// <summary>Reads the attributes of a method.</summary>
    internal static MethodMeaning Read(IMethodSymbol method)
    {
        string? field = null;
        var use = FieldUse.Value;
        var constants = new List<KeyValuePair<string, string?>>();
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "TaskFieldAttribute", ConstructorArguments: [{ Value: string name }, ..] })
                (field, use) = (name, UseOf(attribute));
            else if (attribute is { AttributeClass.Name: "TaskConstantAttribute", ConstructorArguments: [{ Value: string constant }, { } value, ..] })
                constants.Add(new KeyValuePair<string, string?>(constant, value.Value as string));
        }

        return new MethodMeaning(field, use, constants, [.. method.Parameters.Select(ParameterMeaning.Read)]);
    }

    private static FieldUse UseOf(AttributeData attribute)
    {
        foreach (var named in attribute.NamedArguments)
        {
            if (named is { Key: "Use", Value: { Type: INamedTypeSymbol type, Value: { } value } })
            {
                var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(one => Equals(one.ConstantValue, value));
                return member is not null && Uses.TryGetValue(member.Name, out var use) ? use : FieldUse.Value;
            }
        }

        return FieldUse.Value;
    }
}

/// <summary>How a call changes what its builder builds. The names are those of the attribute's own enum, by which they are read.</summary>
internal enum FieldUse
{
    /// <summary>The field is set to the argument.</summary>
    Value,

    /// <summary>The arguments are added to the field's list of texts.</summary>
    Texts,

    /// <summary>The arguments are one more entry of the field's free mapping.</summary>
    Entry,

    /// <summary>The arguments are pairs, or sequences of pairs, that are entries of the field's free mapping.</summary>
    Entries,

    /// <summary>The arguments make one more mapping of the field's list.</summary>
    Item,

    /// <summary>The arguments make the mapping that the field is set to.</summary>
    Object,

    /// <summary>The argument makes the list that the field is set to.</summary>
    List,
}
