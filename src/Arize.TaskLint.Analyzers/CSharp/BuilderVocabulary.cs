using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// What the methods of the builders mean. They say so themselves, by the attributes on them, so that a builder that is added needs no change
/// here, and another version of the builders is read as it is.
/// </summary>
internal sealed class BuilderVocabulary
{
    private const string CatalogBuilderName = "Arize.TaskLint.TaskCatalogBuilder";
    private const string CatalogName = "Arize.TaskLint.TaskCatalog";

    private readonly INamedTypeSymbol catalogBuilder;
    private readonly INamedTypeSymbol? catalog;
    private readonly ConcurrentDictionary<IMethodSymbol, MethodMeaning> meanings = new(SymbolEqualityComparer.Default);

    private readonly Lazy<HashSet<string>> methodNames;
    private readonly Lazy<ITypeSymbol?> taskBuilder;

    private BuilderVocabulary(INamedTypeSymbol catalogBuilder, INamedTypeSymbol? catalog)
    {
        taskBuilder = new(() => catalogBuilder.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(IsRoot)?.ReturnType);
        methodNames = new(() =>
        [
            .. catalogBuilder.ContainingNamespace.GetTypeMembers()
                .Where(IsOurs)
                .SelectMany(type => type.GetMembers())
                .OfType<IMethodSymbol>()
                .Where(method => !MeaningOf(method).IsNothing)
                .Select(method => method.Name),
        ]);
        (this.catalogBuilder, this.catalog) = (catalogBuilder, catalog);
        Names =
        [
            .. catalogBuilder.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(method => IsRoot(method) || GivesSpace(method))
                .Select(method => method.Name),
        ];
    }

    /// <summary>The names of the methods that declare a task, and of those that give the space of a catalog.</summary>
    internal HashSet<string> Names { get; }

    /// <summary>The vocabulary of the builders that a compilation refers to, or null where it refers to none.</summary>
    internal static BuilderVocabulary? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(CatalogBuilderName) is { } builder
            ? new BuilderVocabulary(builder, compilation.GetTypeByMetadataName(CatalogName))
            : null;

    /// <summary>Whether a method declares a task.</summary>
    internal bool IsRoot(IMethodSymbol method) => IsCatalogBuilder(method.ContainingType) && MeaningOf(method) is { Field: "tasks" };

    /// <summary>Whether a method gives the space of a catalog.</summary>
    internal bool GivesSpace(IMethodSymbol method) => IsCatalogBuilder(method.ContainingType) && MeaningOf(method) is { Field: "space" };

    /// <summary>Whether a type is the builder of catalogs.</summary>
    internal bool IsCatalogBuilder(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, catalogBuilder);

    /// <summary>Whether a type is a catalog, which the tool runs.</summary>
    internal bool IsCatalog(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; catalog is not null && at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, catalog))
                return true;
        }

        return false;
    }

    /// <summary>Whether a type is one of the builders, or another type of their assembly.</summary>
    internal bool IsOurs(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, catalogBuilder.ContainingAssembly);

    /// <summary>Whether a type is one of the builders: a class whose methods declare.</summary>
    internal bool IsBuilder(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class } && IsOurs(type) && type.Name.EndsWith("Builder", StringComparison.Ordinal);

    /// <summary>Whether one of the builders has a method of that name.</summary>
    internal bool IsMethodName(string name) => methodNames.Value.Contains(name);

    /// <summary>What a method means.</summary>
    internal MethodMeaning MeaningOf(IMethodSymbol method) => meanings.GetOrAdd(method.OriginalDefinition, MethodMeaning.Read);

    /// <summary>Whether a builder builds a task.</summary>
    internal bool BuildsTask(ITypeSymbol builder) => SymbolEqualityComparer.Default.Equals(builder, taskBuilder.Value);

    /// <summary>Whether what a builder builds is a list, not a mapping.</summary>
    internal bool BuildsList(ITypeSymbol builder) => builder.GetMembers().OfType<IMethodSymbol>()
        .Any(method => MeaningOf(method) is { Field: "", Use: not FieldUse.Entry });
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

/// <summary>What a parameter is for.</summary>
internal enum ParameterUse
{
    /// <summary>Its argument is a value.</summary>
    Value,

    /// <summary>Its argument says where the call stands.</summary>
    Caller,
}

/// <summary>What a method of a builder does to the mapping that it builds.</summary>
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

    /// <summary>The field that the method sets; empty for the builder's own value; null where the method sets none.</summary>
    internal string? Field { get; }

    /// <summary>How it sets it.</summary>
    internal FieldUse Use { get; }

    /// <summary>Fields that the method sets to a fixed value, which may be null.</summary>
    internal IReadOnlyList<KeyValuePair<string, string?>> Constants { get; }

    /// <summary>The parameters, in their order.</summary>
    internal IReadOnlyList<ParameterMeaning> Parameters { get; }

    /// <summary>Whether the method means nothing to the declaration.</summary>
    internal bool IsNothing => Field is null && Constants.Count == 0;

    /// <summary>Reads what the attributes of a method say.</summary>
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

/// <summary>What a parameter of a builder's method is for.</summary>
internal readonly struct ParameterMeaning
{
    private ParameterMeaning(ParameterUse use, string? field) => (Use, Field) = (use, field);

    /// <summary>What it is for.</summary>
    internal ParameterUse Use { get; }

    /// <summary>The field of the inner mapping that it sets, or null.</summary>
    internal string? Field { get; }

    /// <summary>Reads what the attributes of a parameter say.</summary>
    internal static ParameterMeaning Read(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "CallerFilePathAttribute" or "CallerLineNumberAttribute":
                    return new ParameterMeaning(ParameterUse.Caller, null);
                case "TaskFieldAttribute" when attribute.ConstructorArguments is [{ Value: string name }, ..]:
                    return new ParameterMeaning(ParameterUse.Value, name);
            }
        }

        return default;
    }
}
