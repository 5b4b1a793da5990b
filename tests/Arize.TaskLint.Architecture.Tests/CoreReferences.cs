using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Architecture.Tests;

/// <summary>A reference from one namespace of Core to a type in another one.</summary>
/// <param name="From">The namespace that refers.</param>
/// <param name="To">The namespace of the type.</param>
/// <param name="Type">The type.</param>
/// <param name="Place">File and line.</param>
internal sealed record TypeReference(string From, string To, string Type, string Place);

/// <summary>
/// All references between the namespaces of Core, as the compiler binds them: the types that are written, those of members, and those that members
/// belong to, so that neither constants nor <c>var</c> hide one.
/// </summary>
internal sealed class CoreReferences
{
    // What the project file adds to the sources.
    private const string Around = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        namespace Arize.TaskLint.Core { public static class BuildInfo { public const string Version = ""; public const string? PublicAddress = null; } }
        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsReferred(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private CoreReferences(IReadOnlyList<string> namespaces, IReadOnlyList<TypeReference> between) =>
        (Namespaces, Between) = (namespaces, between);

    /// <summary>The namespaces.</summary>
    internal IReadOnlyList<string> Namespaces { get; }

    /// <summary>The references from one to another, in the order of the files.</summary>
    internal IReadOnlyList<TypeReference> Between { get; }

    private static bool IsReferred(string name) =>
        name is "YamlDotNet.dll" or "netstandard.dll" or "mscorlib.dll" || name.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>The references in the sources of a folder.</summary>
    internal static CoreReferences Of(string folder) =>
        OfTexts([.. Sources.Below(folder).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)))]);

    /// <summary>The references in sources.</summary>
    internal static CoreReferences OfTexts(IReadOnlyList<(string Path, string Text)> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, options, source.Path)).ToList();
        var compilation = CSharpCompilation.Create(
            "Core",
            [.. trees, CSharpSyntaxTree.ParseText(Around, options)],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        // A name that is not bound would be a reference that is not seen.
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(error => error.ToString()));

        var namespaces = trees.SelectMany(NamespacesIn)
            .Select(one => one.Name.ToString()).Distinct(StringComparer.Ordinal);
        var between = trees.AsParallel().AsOrdered().SelectMany(tree => In(tree, compilation.GetSemanticModel(tree)));
        return new CoreReferences([.. namespaces], [.. between.Distinct()]);
    }

    private static IEnumerable<BaseNamespaceDeclarationSyntax> NamespacesIn(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>();

    private static IEnumerable<TypeReference> In(SyntaxTree tree, SemanticModel model)
    {
        foreach (var around in NamespacesIn(tree))
        {
            var from = around.Name.ToString();
            var nodes = around.Members.SelectMany(member => member.DescendantNodesAndSelf());
            foreach (var node in nodes.Where(node => node is SimpleNameSyntax or ElementAccessExpressionSyntax or BaseObjectCreationExpressionSyntax))
            {
                foreach (var type in TypesOf(node, model).SelectMany(Parts))
                {
                    var to = type.ContainingNamespace.ToDisplayString();
                    if (to != from && Layers.Of(to) is not null)
                    {
                        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                        yield return new TypeReference(from, to, type.Name, $"{tree.FilePath}:{line}");
                    }
                }
            }
        }
    }

    private static IEnumerable<ITypeSymbol> TypesOf(SyntaxNode node, SemanticModel model)
    {
        var symbol = model.GetSymbolInfo(node).Symbol;
        if (symbol?.ContainingType is { } owner)
            yield return owner;
        var own = symbol switch
        {
            ITypeSymbol type => type,
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        if (own is not null)
            yield return own;
    }

    // A type with those that it is made of.
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named when named.ContainingNamespace is not null => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [],
    };
}
