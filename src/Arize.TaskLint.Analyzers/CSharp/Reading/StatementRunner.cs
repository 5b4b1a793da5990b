using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Follows statements in the order in which they run.</summary>
internal sealed class StatementRunner(Interpreter interpreter) : InterpreterPart(interpreter)
{
    private const int MostRounds = 48;

    internal Flow Run(IOperation? statement)
    {
        if (statement is null)
            return Flow.Next;
        State.Step();
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
                // Jumps from anywhere may lead here, more than once.
                State.Region = new Region();
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

    internal void RunOrRead(IOperation? operation)
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
                Interpreter.Variables.Set(declarator.Symbol, Read(initializer), declarator);
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
                State.Returned.Add(read);
        }

        return result.Kind == OperationKind.YieldReturn ? Flow.Next : Flow.Left;
    }

    private Flow RunIf(IConditionalOperation conditional)
    {
        if (Interpreter.Conditionals.Decide(conditional.Condition) is { } decided)
            return Run(decided ? conditional.WhenTrue : conditional.WhenFalse);
        return Branches.RunWays(
            conditional, Branches.Mentions(conditional.Condition), [() => Run(conditional.WhenTrue), () => Run(conditional.WhenFalse)]);
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
                    Interpreter.Patterns.BindPattern((clause as IPatternCaseClauseOperation)?.Pattern);
                // A break ends the switch only.
                var end = RunAll(one.Body);
                return end == Flow.Left && !leaves ? Flow.Next : end;
            });
        }

        if (!choice.Cases.Any(one => one.Clauses.Any(clause => clause is IDefaultCaseClauseOperation)))
            ways.Add(() => Flow.Next);
        return Branches.RunWays(choice, Branches.Mentions(choice.Value), ways);
    }

    private Flow RunForEach(IForEachLoopOperation each)
    {
        var collection = Read(each.Collection);
        List<Value>? items = null;
        if (collection is SequenceValue { Elements: { IsLost: false, IsIncomplete: false } elements }
            && !each.IsAsynchronous && elements.Items.Count <= MostRounds)
        {
            items = [.. elements.Items.Select(item => item.Value.WrittenHere)];
        }
        else
            Escape(collection, each);
        if (items is not null && State.HasStepsLeft && !BodyFacts.LeavesEarly(each, ofOwnLoop: true))
        {
            foreach (var item in items)
            {
                Interpreter.Variables.Assign(each.LoopControlVariable, item, each);
                if (Run(each.Body) is Flow.Thrown)
                    return Flow.Thrown;
            }

            return Flow.Next;
        }

        var any = items is { Count: > 0 } && items.All(item => item is ConstantValue) ? ChoiceValue.Of(items) : UnknownValue.Instance;
        return RunLoop(each, null, () =>
        {
            Interpreter.Variables.Assign(each.LoopControlVariable, any, each);
            Run(each.Body);
        });
    }

    private Flow RunLoop(ILoopOperation loop, IOperation? condition, Action round)
    {
        var carried = State.Scope.Facts.CarriedBy(loop);
        foreach (var variable in carried)
        {
            if (State.Scope.Variables.TryGetValue(variable, out var value))
                Escape(value, loop);
        }

        var (outer, guards) = (State.Region, State.Guarded);
        State.Scope.Carry(carried, 1);
        State.Region = new Region();
        if (condition is not null)
        {
            Escape(Read(condition), condition);
            State.Guarded = guards.Union(Branches.Mentions(condition));
        }

        round();
        State.Scope.Carry(carried, -1);
        foreach (var variable in carried)
            State.Scope.Variables[variable] = UnknownValue.Instance;
        (State.Region, State.Guarded) = (BodyFacts.LeavesEarly(loop) ? new Region() : outer, guards);
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
        var before = State.Scope.Variables;
        List<Func<Flow>> ways = [() => Run(attempt.Body)];
        foreach (var handler in attempt.Catches)
        {
            ways.Add(() =>
            {
                foreach (var variable in State.Scope.Facts.WrittenIn(attempt.Body))
                {
                    if (before.ContainsKey(variable))
                        State.Scope.Variables[variable] = UnknownValue.Instance;
                }

                Run(handler.ExceptionDeclarationOrExpression);
                if (handler.Filter is { } filter)
                    Escape(Read(filter), filter);
                return Run(handler.Handler);
            });
        }

        var flow = Branches.RunWays(attempt, [], ways);
        return Run(attempt.Finally) is Flow.Next ? flow : Flow.Thrown;
    }
}
