using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>What a method's body holds, found in one pass: where each local and parameter is used, where the method may be left, what it calls.</summary>
internal sealed class BodyIndex
{
    private readonly Dictionary<ISymbol, List<IOperation>> uses = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> exits = [];

    private BodyIndex()
    {
    }

    /// <summary>Looks through a body.</summary>
    internal BodyIndex(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Add(local.Local, local);
                    break;
                case IParameterReferenceOperation parameter:
                    Add(parameter.Parameter, parameter);
                    break;
                case IReturnOperation { IsImplicit: false } or IBranchOperation:
                    exits.Add(operation);
                    break;
                case IInvocationOperation call:
                    Calls.Add(call);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Declarators[declarator.Symbol] = declarator;
                    break;
            }
        }
    }

    /// <summary>No body.</summary>
    internal static readonly BodyIndex Empty = new();

    /// <summary>The calls, in their order.</summary>
    internal List<IInvocationOperation> Calls { get; } = [];

    /// <summary>Where each local is declared.</summary>
    internal Dictionary<ILocalSymbol, IVariableDeclaratorOperation> Declarators { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Where a local or a parameter is used, in the order of the text.</summary>
    internal IReadOnlyList<IOperation> UsesOf(ISymbol symbol) => uses.TryGetValue(symbol, out var found) ? found : [];

    /// <summary>The value of a local that is given one where it is declared and never another; null where that is not so.</summary>
    internal IOperation? OnlyValueOf(ILocalSymbol local) =>
        Declarators.TryGetValue(local, out var declarator) && ValueOf(declarator) is { } value && !UsesOf(local).Any(IsWrite) ? value : null;

    /// <summary>The value that a declarator gives.</summary>
    internal static IOperation? ValueOf(IVariableDeclaratorOperation declarator) =>
        (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;

    /// <summary>Whether a use gives the local or the parameter another value.</summary>
    internal static bool IsWrite(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter is null or { RefKind: RefKind.Ref or RefKind.Out },
        IVariableInitializerOperation { Locals.IsEmpty: false } => false,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        _ => false,
    };

    /// <summary>
    /// Whether code runs for sure, and once, where what is around it runs: it stands in no branch, loop or lambda, and behind nothing that may
    /// leave the method.
    /// </summary>
    /// <param name="operation">The code.</param>
    /// <param name="around">What is around it; null for the whole body.</param>
    internal bool IsCertain(IOperation operation, IOperation? around)
    {
        for (var at = operation.Parent; at is not null && at != around; at = at.Parent)
        {
            if (at is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ITryOperation or IConditionalAccessOperation
                or ICoalesceOperation or IAnonymousFunctionOperation or ILocalFunctionOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr })
            {
                return false;
            }
        }

        var start = operation.Syntax.SpanStart;
        var from = around?.Syntax.SpanStart ?? 0;
        var function = FunctionOf(operation);
        return !exits.Exists(exit => exit.Syntax.SpanStart >= from && exit.Syntax.Span.End <= start && FunctionOf(exit) == function);
    }

    private static IOperation? FunctionOf(IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            at = at.Parent;
        return at;
    }

    private void Add(ISymbol symbol, IOperation use)
    {
        if (!uses.TryGetValue(symbol, out var list))
            uses.Add(symbol, list = []);
        list.Add(use);
    }
}
