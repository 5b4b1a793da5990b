using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// The meaning of the builders' methods, read from the attributes on them, so that a new builder needs no change here, and another version of the
/// builders is read by its own attributes.
/// </summary>
internal sealed class BuilderVocabulary
{
    private const string CatalogBuilderName = "Arize.TaskLint.TaskCatalogBuilder";
    private const string CatalogName = "Arize.TaskLint.TaskCatalog";

    /// <summary>How the names of the builders end.</summary>
    internal const string BuilderEnd = "Builder";

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

    /// <summary>The names of the methods that declare a task, and of those that set the space of a catalog.</summary>
    internal HashSet<string> Names { get; }

    /// <summary>The names of the types that code needs to get hold of a builder.</summary>
    internal IEnumerable<string> TypeNames => catalogBuilder.ContainingNamespace.GetTypeMembers()
        .Where(type => IsBuilder(type) || SymbolEqualityComparer.Default.Equals(type, catalog))
        .Select(type => type.Name);

    /// <summary>The vocabulary of the builders that a compilation refers to; null if it does not refer to them.</summary>
    internal static BuilderVocabulary? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(CatalogBuilderName) is { } builder
            ? new BuilderVocabulary(builder, compilation.GetTypeByMetadataName(CatalogName))
            : null;

    /// <summary>Whether a method declares a task.</summary>
    internal bool IsRoot(IMethodSymbol method) => IsCatalogBuilder(method.ContainingType) && MeaningOf(method) is { Field: "tasks" };

    /// <summary>Whether a method sets the space of a catalog.</summary>
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
        type is { TypeKind: TypeKind.Class } && IsOurs(type) && type.Name.EndsWith(BuilderEnd, StringComparison.Ordinal);

    /// <summary>Whether one of the builders has a method of that name.</summary>
    internal bool IsMethodName(string name) => methodNames.Value.Contains(name);

    internal MethodMeaning MeaningOf(IMethodSymbol method) => meanings.GetOrAdd(method.OriginalDefinition, MethodMeaning.Read);

    /// <summary>Whether a builder builds a task.</summary>
    internal bool BuildsTask(ITypeSymbol builder) => SymbolEqualityComparer.Default.Equals(builder, taskBuilder.Value);

    /// <summary>Whether what a builder builds is a list, not a mapping.</summary>
    internal bool BuildsList(ITypeSymbol builder) => builder.GetMembers().OfType<IMethodSymbol>()
        .Any(method => MeaningOf(method) is { Field: "", Use: not FieldUse.Entry });
}
