using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// Result of one pass over a method's body: which variables are written where, and which may change in ways that cannot be followed.
/// </summary>
internal sealed class BodyFacts
{
    private readonly HashSet<ISymbol> unstable = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> changedLists = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> writes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, ILocalFunctionOperation> functions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IOperation> iterators = [];
    private readonly bool jumps;

    /// <summary>Looks through a body.</summary>
    /// <param name="body">The outermost operation of the body.</param>
    /// <param name="vocabulary">Tells the builders, which only read what they are given.</param>
    internal BodyFacts(IOperation body, BuilderVocabulary vocabulary)
    {
        Body = body;
        var captured = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation { Local: var local }:
                    Note(operation, local, local.ContainingSymbol, captured, vocabulary);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    Note(operation, parameter, parameter.ContainingSymbol, captured, vocabulary);
                    break;
                case IVariableDeclaratorOperation declarator
                    when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { Value: var value }:
                    AddWrite(declarator.Symbol, value);
                    if (declarator.Symbol.IsRef)
                    {
                        unstable.Add(declarator.Symbol);
                        MakeUnstable(value);
                    }

                    break;
                case ILocalFunctionOperation function:
                    functions[function.Symbol] = function;
                    break;
                case IBranchOperation { BranchKind: BranchKind.GoTo }:
                    jumps = true;
                    break;
                case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                    iterators.Add(FunctionOf(operation) ?? body);
                    break;
            }
        }

        // A function may run at any time, between any two writes.
        foreach (var symbol in captured)
        {
            if (WritesOf(symbol).Count + (symbol is IParameterSymbol ? 1 : 0) > 1)
                unstable.Add(symbol);
        }
    }

    /// <summary>The body.</summary>
    internal IOperation Body { get; }

    /// <summary>Whether the body, or a function in it, is an iterator, which runs only as its result is enumerated.</summary>
    internal bool IsIterator(IOperation function) => iterators.Contains(function);

    /// <summary>Whether a variable may get values in ways that are not followed: through a reference, a lambda or a jump.</summary>
    internal bool IsUnstable(ISymbol variable) => unstable.Contains(variable) || (jumps && WritesOf(variable).Count > 1);

    /// <summary>Whether the list in a variable may be changed, or is passed to code that may change it.</summary>
    internal bool ChangesList(ISymbol variable) => changedLists.Contains(variable);

    /// <summary>The values and the operations that a variable is written by.</summary>
    internal IReadOnlyList<IOperation> WritesOf(ISymbol variable) => writes.TryGetValue(variable, out var found) ? found : [];

    /// <summary>The local function of a name.</summary>
    internal ILocalFunctionOperation? FunctionOf(IMethodSymbol function) =>
        functions.TryGetValue(function.OriginalDefinition, out var found) ? found : null;

    /// <summary>The variables that live longer than a round of a loop, and are written in it.</summary>
    internal List<ISymbol> CarriedBy(ILoopOperation loop)
    {
        var span = loop.Syntax.Span;
        var body = loop.Body.Syntax.Span;
        return
        [
            .. writes
                .Where(one => one.Value.Exists(write => span.Contains(write.Syntax.Span))
                    && !(one.Key.DeclaringSyntaxReferences is [var reference] && body.Contains(reference.Span)))
                .Select(one => one.Key),
        ];
    }

    /// <summary>The variables that are written in a part of the body.</summary>
    internal IEnumerable<ISymbol> WrittenIn(IOperation part) =>
        writes.Where(one => one.Value.Exists(write => part.Syntax.Span.Contains(write.Syntax.Span))).Select(one => one.Key);

    /// <summary>Whether code may leave a construct other than at its end.</summary>
    internal static bool LeavesEarly(IOperation construct, bool ofOwnLoop = false)
    {
        var labels = new HashSet<ILabelSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>();
        var branches = new List<ILabelSymbol>();
        pending.Push(construct);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            switch (operation)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation when operation != construct:
                    continue;
                case IReturnOperation { Kind: not OperationKind.YieldReturn, IsImplicit: false }:
                    return true;
                case IBranchOperation branch:
                    branches.Add(branch.Target);
                    break;
                case ILoopOperation loop when !(ofOwnLoop && operation == construct):
                    labels.Add(loop.ExitLabel);
                    labels.Add(loop.ContinueLabel);
                    break;
                case ISwitchOperation choice:
                    labels.Add(choice.ExitLabel);
                    break;
            }

            foreach (var child in operation.ChildOperations)
                pending.Push(child);
        }

        return branches.Exists(branch => !labels.Contains(branch));
    }

    /// <summary>Whether a type only lets its elements be read.</summary>
    internal static bool IsReadOnly(ITypeSymbol? type) => type?.OriginalDefinition is { } definition
        && (definition.SpecialType is SpecialType.System_String
                or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_IEnumerable
            || definition.Name is "ReadOnlySpan" or "IReadOnlySet" or "ReadOnlyMemory"
            || definition.Name.StartsWith("Immutable", StringComparison.Ordinal)
            || definition.Name.StartsWith("IImmutable", StringComparison.Ordinal)
            || definition.Name.StartsWith("Frozen", StringComparison.Ordinal));

    /// <summary>The function around an operation; null for the body itself.</summary>
    internal static IOperation? FunctionOf(IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            at = at.Parent;
        return at;
    }

    private static IMethodSymbol? SymbolOf(IOperation? function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => null,
    };

    private void Note(IOperation use, ISymbol variable, ISymbol owner, HashSet<ISymbol> captured, BuilderVocabulary vocabulary)
    {
        var function = SymbolOf(FunctionOf(use));
        var isCaptured = function is not null && !SymbolEqualityComparer.Default.Equals(function, owner);
        if (isCaptured)
            captured.Add(variable);
        var user = use.Parent;
        var isWritten = user switch
        {
            IAssignmentOperation assignment => assignment.Target == use,
            IIncrementOrDecrementOperation => true,
            ITupleOperation tuple => IsTarget(tuple),
            IArgumentOperation argument => argument.Parameter is null or { RefKind: RefKind.Ref or RefKind.Out },
            _ => false,
        };
        if (isWritten)
        {
            AddWrite(variable, user is ISimpleAssignmentOperation simple ? simple.Value : user!);
            if (isCaptured || user is IArgumentOperation || user is ISimpleAssignmentOperation { IsRef: true })
                unstable.Add(variable);
            if (user is ISimpleAssignmentOperation { IsRef: true, Value: var other })
                MakeUnstable(other);
        }
        else if (user is IAddressOfOperation || IsWrittenInside(use))
        {
            unstable.Add(variable);
        }

        if (!isWritten && MayChangeList(use, vocabulary))
            changedLists.Add(variable);
    }

    // A field of a struct or of a tuple is written in the variable itself.
    private static bool IsWrittenInside(IOperation use)
    {
        var at = use;
        while (at.Parent is IFieldReferenceOperation or IPropertyReferenceOperation { Instance.Type.IsValueType: true })
            at = at.Parent;
        return at != use && at.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == at,
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out },
            ITupleOperation tuple => IsTarget(tuple),
            _ => false,
        };
    }

    private static bool IsTarget(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation outer)
            tuple = outer;
        return tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple
            || tuple.Parent is IDeclarationExpressionOperation;
    }

    private static bool MayChangeList(IOperation use, BuilderVocabulary vocabulary)
    {
        var at = use;
        while (at.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            at = at.Parent;
            if (IsReadOnly(at.Type))
                return false;
        }

        return at.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var type } } argument =>
                !vocabulary.IsOurs(type) && type.SpecialType != SpecialType.System_String && !IsReadOnly(argument.Parameter?.Type),
            IArgumentOperation { Parent: IPropertyReferenceOperation } => false,
            IArrayElementReferenceOperation element => IsTargetOfWrite(element),
            IPropertyReferenceOperation property =>
                property.Property.IsIndexer ? IsTargetOfWrite(property) : property.Property.Name is not ("Count" or "Length"),
            IForEachLoopOperation or IExpressionStatementOperation or IBinaryOperation or IIsPatternOperation or INameOfOperation => false,
            // A tuple, an initializer of another variable, an instance of a call: the code that receives the value may change it.
            null => false,
            var user => user.Syntax is not SpreadElementSyntax,
        };
    }

    private static bool IsTargetOfWrite(IOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == element,
        IIncrementOrDecrementOperation or IAddressOfOperation
            or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        IArgumentOperation argument => argument.Parameter is null or { RefKind: RefKind.Ref or RefKind.Out },
        ITupleOperation tuple => IsTarget(tuple),
        _ => false,
    };

    private void MakeUnstable(IOperation referred)
    {
        foreach (var operation in referred.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation { Local: var local })
                unstable.Add(local);
            else if (operation is IParameterReferenceOperation { Parameter: var parameter })
                unstable.Add(parameter);
        }
    }

    private void AddWrite(ISymbol variable, IOperation write)
    {
        if (!writes.TryGetValue(variable, out var list))
            writes.Add(variable, list = []);
        list.Add(write);
    }
}
