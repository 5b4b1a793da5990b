using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>Finds code that declares tasks and is not awaited: <c>async void</c>, and calls whose task is discarded.</summary>
internal sealed class LostCalls(Compilation compilation, BuilderVocabulary vocabulary, SyntaxFiles files)
{
    private const string DeclareName = "Declare";

    private readonly INamedTypeSymbol?[] tasks =
    [
        compilation.GetTypeByMetadataName("System.Threading.Tasks.Task"),
        compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1"),
        compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask"),
        compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1"),
    ];

    /// <summary>The problem of a method; null if there is none.</summary>
    internal Finding? Check(IMethodSymbol method) =>
        IsAsyncVoid(method) && (IsDeclare(method) || method.Parameters.Any(parameter => vocabulary.IsBuilder(parameter.Type)))
        && method.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is MethodDeclarationSyntax declaration
            ? Lost(files.PlaceOf(declaration.SyntaxTree, declaration.Identifier.Span), LossCause.AsyncVoid, method.Name)
            : null;

    /// <summary>The problem of a lambda; null if there is none.</summary>
    internal Finding? Check(IAnonymousFunctionOperation lambda) =>
        IsAsyncVoid(lambda.Symbol) && Declares(lambda.Body) && lambda.Body.Descendants().Any(one => one is IAwaitOperation)
            ? Lost(files.PlaceOf(lambda.Syntax), LossCause.AsyncVoid,
                "async " + (lambda.Syntax is SimpleLambdaExpressionSyntax simple ? $"{simple.Parameter} => …" : "() => …"))
            : null;

    /// <summary>The problem of a local function; null if there is none.</summary>
    internal Finding? Check(ILocalFunctionOperation function) =>
        IsAsyncVoid(function.Symbol) && function.Syntax is LocalFunctionStatementSyntax declaration && function.Body is { } body
        && (Declares(body) || function.Symbol.Parameters.Any(parameter => vocabulary.IsBuilder(parameter.Type)))
            ? Lost(files.PlaceOf(declaration.SyntaxTree, declaration.Identifier.Span), LossCause.AsyncVoid, function.Symbol.Name)
            : null;

    /// <summary>The problem of a call; null if there is none.</summary>
    internal Finding? Check(IInvocationOperation call) =>
        tasks.Contains(call.Type?.OriginalDefinition, SymbolEqualityComparer.Default) && IsThrownAway(call) && Declares(call)
            ? Lost(files.PlaceOf(call.Syntax), LossCause.NotAwaited, call.TargetMethod.Name)
            : null;

    private static Finding? Lost(Place place, LossCause cause, string subject) => Linter.Describe(new LostDeclaration(place, cause, subject));

    private static bool IsAsyncVoid(IMethodSymbol method) => method is { IsAsync: true, ReturnsVoid: true };

    private bool IsDeclare(IMethodSymbol method) => method is { Name: DeclareName, IsOverride: true } && vocabulary.IsCatalog(method.ContainingType);

    // A call whose value is read may be waited for.
    private static bool IsThrownAway(IInvocationOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
            at = at.Parent;
        return at.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    // Whether the work that a call starts may call a builder: one that is passed to it, or one that a lambda or a local function uses.
    private bool Declares(IInvocationOperation call) =>
        (call.TargetMethod.MethodKind == MethodKind.LocalFunction && BodyOf(call) is { } body && Declares(body))
        || (call.Instance is IInvocationOperation before
            && tasks.Contains(before.Type?.OriginalDefinition, SymbolEqualityComparer.Default) && Declares(before))
        || call.Arguments.Any(argument => vocabulary.IsBuilder(argument.Value.Type) || argument.Value.DescendantsAndSelf().Any(one => one switch
        {
            IAnonymousFunctionOperation lambda => Declares(lambda.Body),
            IInvocationOperation inner => IsHandedOn(inner, argument.Value)
                && tasks.Contains(inner.Type?.OriginalDefinition, SymbolEqualityComparer.Default) && Declares(inner),
            _ => false,
        }));

    // A task that is given to another method, alone or in an array, is not waited for on the way.
    private static bool IsHandedOn(IOperation inner, IOperation argument)
    {
        var at = inner;
        while (at != argument && at.Parent is IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation)
            at = at.Parent;
        return at == argument;
    }

    private bool Declares(IOperation body) => body.Descendants().Any(
        one => one is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation && vocabulary.IsBuilder(one.Type));

    private static IOperation? BodyOf(IInvocationOperation call)
    {
        IOperation root = call;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<ILocalFunctionOperation>()
            .FirstOrDefault(function => SymbolEqualityComparer.Default.Equals(function.Symbol, call.TargetMethod.OriginalDefinition))?.Body;
    }
}
