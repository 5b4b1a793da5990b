using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>The code outside of the body under analysis that a declaration leads to: methods, properties, initializers of fields.</summary>
internal sealed class Bodies(Compilation compilation, BuilderVocabulary vocabulary)
{
    // Up to this number of files, all are searched for changes of a list that is visible outside of its type.
    private const int MostFiles = 400;

    private readonly ConcurrentDictionary<IMethodSymbol, BodyFacts?> methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IOperation?> initializers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> lists = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    /// <summary>The body of a method that is called as it is written; null if its source is not available.</summary>
    internal BodyFacts? Of(IMethodSymbol method) => methods.GetOrAdd(method.OriginalDefinition, Read);

    /// <summary>The body of a member's syntax; null if it has none.</summary>
    internal BodyFacts? Of(SyntaxNode member) => OperationOf(member) is { } body ? new BodyFacts(body, vocabulary) : null;

    /// <summary>The member that a syntax declares.</summary>
    internal ISymbol? MemberOf(SyntaxNode member) => ModelOf(member)?.GetDeclaredSymbol(member);

    /// <summary>
    /// The constant value of a read-only field, or of a property without a setter, from its initializer; null if it may be assigned elsewhere.
    /// </summary>
    internal IOperation? InitializerOf(ISymbol member) => initializers.GetOrAdd(member.OriginalDefinition, ReadInitializer);

    /// <summary>Whether the elements of the list that a read-only field holds stay as they are.</summary>
    internal bool KeepsElements(ISymbol member) => lists.GetOrAdd(member.OriginalDefinition, IsNeverChanged);

    private BodyFacts? Read(IMethodSymbol method)
    {
        if (method is not { IsAbstract: false, IsExtern: false, IsAsync: false, DeclaringSyntaxReferences: [var reference] })
            return null;
        var syntax = reference.GetSyntax();
        return !syntax.ContainsDiagnostics && IsOwn(syntax, method) && Of(syntax) is { } facts && !facts.IsIterator(facts.Body) ? facts : null;
    }

    // A body that knows its parameters by other symbols than its callers could not be followed.
    private bool IsOwn(SyntaxNode syntax, IMethodSymbol method) =>
        ModelOf(syntax) is { } model
            && (method.AssociatedSymbol is not null || SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(syntax), method));

    private IOperation? ReadInitializer(ISymbol member)
    {
        if (member is not { DeclaringSyntaxReferences: [var reference], ContainingType: { } type })
            return null;
        var value = (member, reference.GetSyntax()) switch
        {
            (IFieldSymbol { IsReadOnly: true }, VariableDeclaratorSyntax { Initializer.Value: { } field }) => field,
            (IPropertySymbol { SetMethod: null, IsVirtual: false, IsOverride: false },
                PropertyDeclarationSyntax { Initializer.Value: { } property }) => property,
            _ => null,
        };
        return value is { ContainsDiagnostics: false } && !IsAssignedIn(type, member.Name, value) ? OperationOf(value) : null;
    }

    // Compares names only, not symbols: a write to another member of the same name counts as a write to this one.
    private static bool IsAssignedIn(INamedTypeSymbol type, string name, SyntaxNode initializer) => type.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax().DescendantNodes())
        .Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var text }
            && text == name && !initializer.Span.Contains(node.Span) && IsWritten(Whole(node)));

    private bool IsNeverChanged(ISymbol member)
    {
        var declared = member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null };
        if (BodyFacts.IsReadOnly(declared))
            return true;
        IEnumerable<SyntaxNode> roots;
        if (member.DeclaredAccessibility == Accessibility.Private)
            roots = member.ContainingType.DeclaringSyntaxReferences.Select(part => part.GetSyntax());
        else if (member.DeclaredAccessibility == Accessibility.Internal || member.ContainingType.DeclaredAccessibility == Accessibility.Internal)
            roots = compilation.SyntaxTrees.Count() <= MostFiles ? compilation.SyntaxTrees.Select(tree => tree.GetRoot()) : [];
        else
            roots = [];
        var any = false;
        foreach (var root in roots)
        {
            any = true;
            foreach (var node in root.DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: var text } && text == member.Name && !IsRead(Whole(node)))
                    return false;
            }
        }

        return any;
    }

    private static SyntaxNode Whole(SyntaxNode name)
    {
        var at = name;
        while (at.Parent is MemberAccessExpressionSyntax access && access.Name == at || at.Parent is ParenthesizedExpressionSyntax)
            at = at.Parent;
        return at;
    }

    private static bool IsWritten(SyntaxNode use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax => true,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
        _ => false,
    };

    // Elements are read, or a method is called that only reads them, as builders' methods do.
    private bool IsRead(SyntaxNode use) => use.Parent switch
    {
        ForEachStatementSyntax or SpreadElementSyntax => true,
        ElementAccessExpressionSyntax element => !IsWritten(element),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText
            is "Length" or "Count" or "Select" or "Where" or "ToArray" or "ToList" or "Any" or "All" or "Contains" or "First",
        ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: InvocationExpressionSyntax { Expression: var called } } => called switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name == "Join" || vocabulary.IsMethodName(name),
            IdentifierNameSyntax { Identifier.ValueText: "nameof" } => true,
            _ => false,
        },
        _ => false,
    };

    private IOperation? OperationOf(SyntaxNode node) => ModelOf(node)?.GetOperation(node);

    private SemanticModel? ModelOf(SyntaxNode node)
    {
        if (!compilation.ContainsSyntaxTree(node.SyntaxTree))
            return null;
#pragma warning disable RS1030 // The model at hand is that of the file under analysis; what a declaration is made of may stand in another one.
        return models.GetOrAdd(node.SyntaxTree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
    }
}
