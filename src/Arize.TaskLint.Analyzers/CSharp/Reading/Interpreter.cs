using System.Collections.Immutable;
using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>
/// Follows a body of code in the order in which it runs, and notes what it does to builders. Nothing is run: conditions whose value is not
/// plain lead both ways, and what cannot be followed makes values unknown and builders incomplete, so that no rule speaks of them.
/// </summary>
internal sealed partial class Interpreter
{
    // Deep enough for helpers of helpers; lambdas are nested as deep as a schema of JSON is.
    private const int MostCalls = 8;
    private const int MostFunctions = 100;
    private const int MostSteps = 60_000;
    private const int MostRounds = 48;

    private readonly BuilderVocabulary vocabulary;
    private readonly SyntaxFiles files;
    private readonly Bodies bodies;
    private readonly SyntaxNode code;
    private readonly bool isHalfTyped;
    private readonly CancellationToken cancellation;
    private readonly Region whole = new();
    private readonly HashSet<SyntaxNode> seenRoots = [];
    private readonly HashSet<SyntaxNode> handedOut = [];
    private readonly Stack<IOperation> running = new();
    private readonly Stack<Value> conditionalInstances = new();

    private Scope scope;
    private Region region;
    private ImmutableHashSet<ISymbol> guarded = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
    private List<Value> returned = [];
    private int methods;
    private int steps;

    /// <summary>Creates an interpreter for one body.</summary>
    internal Interpreter(
        BuilderVocabulary vocabulary,
        SyntaxFiles files,
        Bodies bodies,
        SyntaxNode code,
        bool isHalfTyped,
        CallMap calls,
        CancellationToken cancellation)
    {
        this.vocabulary = vocabulary;
        this.files = files;
        this.bodies = bodies;
        this.code = code;
        this.isHalfTyped = isHalfTyped;
        this.calls = calls;
        this.cancellation = cancellation;
        region = whole;
        scope = null!;
    }

    /// <summary>How a statement ends.</summary>
    private enum Flow
    {
        Next,
        Left,
        Thrown,
    }

    /// <summary>The tasks that the body declares, and those that it changes without declaring them.</summary>
    internal List<ReadTask> Tasks { get; } = [];

    /// <summary>The values that the catalog's space is set to for sure.</summary>
    internal List<Entry> Spaces { get; } = [];

    /// <summary>Whether code that could not be followed may set the catalog's space.</summary>
    internal bool MayGiveSpace { get; private set; }

    /// <summary>Follows the body.</summary>
    /// <param name="body">Its outermost operation.</param>
    /// <param name="owner">The method that it is of, or null.</param>
    /// <param name="roots">The calls in it that declare tasks; the functions around those that were not reached are followed afterwards.</param>
    internal void Follow(IOperation body, ISymbol? owner, IReadOnlyList<IOperation> roots)
    {
        scope = new Scope(new BodyFacts(body, vocabulary), new ThisValue());
        foreach (var parameter in owner is IMethodSymbol method ? method.Parameters : Enumerable.Empty<IParameterSymbol>())
        {
            if (vocabulary.IsCatalogBuilder(parameter.Type))
                scope.Variables[parameter] = new CatalogBuilderValue();
        }

        Run(body);
        foreach (var value in returned)
            Escape(value, null);
        region = new Region();
        foreach (var root in roots)
        {
            if (!seenRoots.Contains(root.Syntax) && BodyFacts.FunctionOf(root) is { } function)
                RunUnknown(function);
        }
    }

    private Flow Run(IOperation? statement)
    {
        if (statement is null)
            return Flow.Next;
        Step();
        switch (statement)
        {
            case IBlockOperation block:
                return RunAll(block.Operations);
            case IMethodBodyOperation method:
                return Run(method.BlockBody ?? method.ExpressionBody);
            case IConstructorBodyOperation constructor:
                Run(constructor.Initializer);
                return Run(constructor.BlockBody ?? constructor.ExpressionBody);
            case IExpressionStatementOperation expression:
                Read(expression.Operation);
                return expression.Operation is IThrowOperation ? Flow.Thrown : Flow.Next;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                    Declare(declaration);
                return Flow.Next;
            case IVariableDeclarationOperation declaration:
                Declare(declaration);
                return Flow.Next;
            case IReturnOperation result:
                return Return(result);
            case IThrowOperation thrown:
                Read(thrown.Exception);
                return Flow.Thrown;
            case IBranchOperation:
                return Flow.Left;
            case IConditionalOperation conditional:
                return RunIf(conditional);
            case ISwitchOperation choice:
                return RunSwitch(choice);
            case IForEachLoopOperation each:
                return RunForEach(each);
            case IForLoopOperation loop:
                RunAll(loop.Before);
                return RunLoop(loop, loop.Condition, () =>
                {
                    Run(loop.Body);
                    RunAll(loop.AtLoopBottom);
                });
            case IWhileLoopOperation loop:
                return RunLoop(loop, loop.Condition, () => Run(loop.Body));
            case ITryOperation attempt:
                return RunTry(attempt);
            case IUsingOperation use:
                RunOrRead(use.Resources);
                return Run(use.Body);
            case IUsingDeclarationOperation use:
                return Run(use.DeclarationGroup);
            case ILockOperation locked:
                Escape(Read(locked.LockedValue), locked);
                return Run(locked.Body);
            case ILabeledOperation labeled:
                // Code may come here from anywhere, and more than once.
                region = new Region();
                return Run(labeled.Operation);
            case ILocalFunctionOperation or IEmptyOperation:
                return Flow.Next;
            case { Kind: OperationKind.None }:
                foreach (var child in statement.ChildOperations)
                    RunOrRead(child);
                return Flow.Next;
            default:
                Escape(Read(statement), statement);
                return Flow.Next;
        }
    }

    private Flow RunAll(ImmutableArray<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            if (Run(statement) is not Flow.Next and var end)
                return end;
        }

        return Flow.Next;
    }

    private void RunOrRead(IOperation? operation)
    {
        switch (operation)
        {
            case null:
                break;
            case IBlockOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IExpressionStatementOperation
                or IReturnOperation or { Kind: OperationKind.None, Type: null }:
                Run(operation);
                break;
            default:
                Escape(Read(operation), operation);
                break;
        }
    }

    private void Declare(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            if ((declarator.Initializer ?? declaration.Initializer) is { Value: { } initializer })
                Set(declarator.Symbol, Read(initializer), declarator);
        }
    }

    private Flow Return(IReturnOperation result)
    {
        if (result.ReturnedValue is { } value)
        {
            var read = Read(value);
            if (result.Kind == OperationKind.YieldReturn)
                Escape(read, result);
            else
                returned.Add(read);
        }

        return result.Kind == OperationKind.YieldReturn ? Flow.Next : Flow.Left;
    }

    private Flow RunIf(IConditionalOperation conditional)
    {
        if (Decide(conditional.Condition) is { } decided)
            return Run(decided ? conditional.WhenTrue : conditional.WhenFalse);
        return RunWays(conditional, Mentions(conditional.Condition), [() => Run(conditional.WhenTrue), () => Run(conditional.WhenFalse)]);
    }

    private Flow RunSwitch(ISwitchOperation choice)
    {
        Escape(Read(choice.Value), choice);
        var leaves = BodyFacts.LeavesEarly(choice);
        List<Func<Flow>> ways = [];
        foreach (var one in choice.Cases)
        {
            ways.Add(() =>
            {
                foreach (var clause in one.Clauses)
                    BindPattern((clause as IPatternCaseClauseOperation)?.Pattern);
                // A break ends the switch, and not the code behind it.
                var end = RunAll(one.Body);
                return end == Flow.Left && !leaves ? Flow.Next : end;
            });
        }

        if (!choice.Cases.Any(one => one.Clauses.Any(clause => clause is IDefaultCaseClauseOperation)))
            ways.Add(() => Flow.Next);
        return RunWays(choice, Mentions(choice.Value), ways);
    }

    // Code of which the run decides the way. What each way leaves behind is put together again.
    private Flow RunWays(IOperation construct, IEnumerable<ISymbol> condition, IReadOnlyList<Func<Flow>> ways)
    {
        var (before, outer, guards) = (scope.Variables, region, guarded);
        var inner = guards.Union(condition);
        List<Dictionary<ISymbol, Value>> ends = [];
        var (isThrown, last) = (false, Flow.Next);
        foreach (var way in ways)
        {
            scope.Variables = new(before, SymbolEqualityComparer.Default);
            (region, guarded) = (new Region(), inner);
            var end = way();
            if (end == Flow.Next)
                ends.Add(scope.Variables);
            else if (end == Flow.Thrown)
                isThrown = true;
            if (last != Flow.Left)
                last = end == Flow.Next ? last : end;
        }

        scope.Variables = ends.Count == 0 ? before : Merged(ends);
        var leaves = BodyFacts.LeavesEarly(construct);
        // What runs on knows more of the values that the condition looked at.
        (region, guarded) = (leaves ? new Region() : outer, leaves || isThrown ? inner : guards);
        return ends.Count == 0 ? last : Flow.Next;
    }

    private Flow RunForEach(IForEachLoopOperation each)
    {
        var collection = Read(each.Collection);
        List<Value>? items = null;
        if (collection is SequenceValue { Elements: { IsLost: false, IsIncomplete: false } elements }
            && !each.IsAsynchronous && elements.Items.Count <= MostRounds)
        {
            items = [.. elements.Items.Select(item => Here(item.Value))];
        }
        else
            Escape(collection, each);
        if (items is not null && steps < MostSteps && !BodyFacts.LeavesEarly(each, ofOwnLoop: true))
        {
            foreach (var item in items)
            {
                Assign(each.LoopControlVariable, item, each);
                if (Run(each.Body) is Flow.Thrown)
                    return Flow.Thrown;
            }

            return Flow.Next;
        }

        var any = items is { Count: > 0 } && items.All(item => item is ConstantValue) ? Choice(items) : UnknownValue.Instance;
        return RunLoop(each, null, () =>
        {
            Assign(each.LoopControlVariable, any, each);
            Run(each.Body);
        });
    }

    private Flow RunLoop(ILoopOperation loop, IOperation? condition, Action round)
    {
        var carried = scope.Facts.CarriedBy(loop);
        foreach (var variable in carried)
        {
            if (scope.Variables.TryGetValue(variable, out var value))
                Escape(value, loop);
        }

        var (outer, guards) = (region, guarded);
        scope.Carry(carried, 1);
        region = new Region();
        if (condition is not null)
        {
            Escape(Read(condition), condition);
            guarded = guards.Union(Mentions(condition));
        }

        round();
        scope.Carry(carried, -1);
        foreach (var variable in carried)
            scope.Variables[variable] = UnknownValue.Instance;
        (region, guarded) = (BodyFacts.LeavesEarly(loop) ? new Region() : outer, guards);
        return Flow.Next;
    }

    private Flow RunTry(ITryOperation attempt)
    {
        if (attempt.Catches.IsEmpty)
        {
            var end = Run(attempt.Body);
            var last = Run(attempt.Finally);
            return end == Flow.Next ? last : end;
        }

        // The body may stop anywhere.
        var before = scope.Variables;
        List<Func<Flow>> ways = [() => Run(attempt.Body)];
        foreach (var handler in attempt.Catches)
        {
            ways.Add(() =>
            {
                foreach (var variable in scope.Facts.WrittenIn(attempt.Body))
                {
                    if (before.ContainsKey(variable))
                        scope.Variables[variable] = UnknownValue.Instance;
                }

                Run(handler.ExceptionDeclarationOrExpression);
                if (handler.Filter is { } filter)
                    Escape(Read(filter), filter);
                return Run(handler.Handler);
            });
        }

        var flow = RunWays(attempt, [], ways);
        return Run(attempt.Finally) is Flow.Next ? flow : Flow.Thrown;
    }

    private static Dictionary<ISymbol, Value> Merged(List<Dictionary<ISymbol, Value>> ends)
    {
        if (ends.Count == 1)
            return ends[0];
        var merged = new Dictionary<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (var variable in ends.SelectMany(end => end.Keys).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>())
        {
            // Where a way gives a variable no value, the compiler sees to it that nobody reads it.
            merged[variable] = Choice([.. ends.Where(end => end.ContainsKey(variable)).Select(end => end[variable])]);
        }

        return merged;
    }

    private static Value Choice(IReadOnlyList<Value> values)
    {
        List<Value> options = [];
        foreach (var value in values.SelectMany(value => value is ChoiceValue choice ? choice.Options : [value]))
        {
            if (!options.Exists(option => Same(option, value)))
                options.Add(value);
        }

        return options switch
        {
            [] => UnknownValue.Instance,
            [var only] => only,
            _ => new ChoiceValue(options),
        };
    }

    private static bool Same(Value one, Value other) => ReferenceEquals(one, other) || (one, other) switch
    {
        (UnknownValue, UnknownValue) or (ThisValue, ThisValue) or (CatalogBuilderValue, CatalogBuilderValue) => true,
        (ConstantValue a, ConstantValue b) => Equals(a.Data, b.Data) && a.At == b.At,
        (BuilderValue a, BuilderValue b) => a.Draft == b.Draft,
        (SequenceValue a, SequenceValue b) => a.Elements == b.Elements,
        _ => false,
    };

    // Variables, fields and properties that a condition looks at, and those that its variables were computed from: where the condition holds,
    // they may not have the values that they seem to have.
    private HashSet<ISymbol> Mentions(IOperation condition)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>([condition]);
        while (pending.Count > 0)
        {
            foreach (var operation in pending.Pop().DescendantsAndSelf())
            {
                switch (operation)
                {
                    case ILocalReferenceOperation { Local: var local } when found.Add(local):
                        foreach (var write in scope.Facts.WritesOf(local))
                            pending.Push(write);
                        break;
                    case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } }:
                        found.UnionWith(method.Parameters);
                        break;
                    case IMemberReferenceOperation { Member: var member }:
                        found.Add(member.OriginalDefinition);
                        break;
                    case IInvocationOperation { TargetMethod: var called }:
                        found.Add(called.OriginalDefinition);
                        break;
                }
            }
        }

        return found;
    }

    private void Step()
    {
        if (++steps % 256 == 0)
            cancellation.ThrowIfCancellationRequested();
    }
}
