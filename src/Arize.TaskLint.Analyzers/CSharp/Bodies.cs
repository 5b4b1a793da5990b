using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>The bodies of methods, and the initializers of fields, that a declaration leads to outside of the body that it stands in.</summary>
internal sealed class Bodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, BodyIndex?> methods = new(SymbolEqualityComparer.Default);

    /// <summary>The body of a method that is called as it stands there; null where there is none to look at.</summary>
    internal BodyIndex? Of(IMethodSymbol method) => methods.GetOrAdd(method.OriginalDefinition, Read);

    /// <summary>The value that a static read-only field has; null where another one may come.</summary>
    internal IOperation? InitializerOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && field.ContainingType.StaticConstructors.All(constructor => constructor.IsImplicitlyDeclared)
            ? OperationOf(value)
            : null;

    private BodyIndex? Read(IMethodSymbol method) =>
        method is { IsAbstract: false, IsExtern: false, IsAsync: false, DeclaringSyntaxReferences: [var reference] }
        && OperationOf(reference.GetSyntax()) is { } body
            ? new BodyIndex(body)
            : null;

    private IOperation? OperationOf(SyntaxNode node)
    {
        if (!compilation.ContainsSyntaxTree(node.SyntaxTree))
            return null;
#pragma warning disable RS1030 // The model at hand is that of the file under analysis; what a declaration is made of may stand in another one.
        return compilation.GetSemanticModel(node.SyntaxTree).GetOperation(node);
#pragma warning restore RS1030
    }
}
