using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Runs the bodies of methods, lambdas and local functions with the values of their arguments.</summary>
internal sealed class FunctionRunner(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal void Bind(Scope callee, IEnumerable<ReadArgument> arguments, IReadOnlyList<IParameterSymbol> parameters, IOperation call)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= parameters.Count)
            {
                Escape(argument.Value, call);
                continue;
            }

            Bind(callee, parameters[parameter.Ordinal], argument.Bound, call);
        }
    }

    internal void Bind(Scope callee, IParameterSymbol parameter, Value value, IOperation call)
    {
        if (callee.IsUnstable(parameter) || parameter.RefKind is not (RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter))
        {
            Escape(value, call);
            return;
        }

        if (value is SequenceValue && callee.Facts.ChangesList(parameter))
            Escape(value, call);
        callee.Variables[parameter] = value;
    }

    internal Value Enter(BodyFacts facts, IOperation body, Scope callee)
    {
        if (!State.CanEnter(body, callee.Facts == State.Scope.Facts))
            return UnknownValue.Instance;
        var isMethod = callee.Facts != State.Scope.Facts;
        State.Methods += isMethod ? 1 : 0;
        var (outerScope, outerRegion, outerGuards, outerReturned) = (State.Scope, State.Region, State.Guarded, State.Returned);
        State.Running.Push(body);
        (State.Scope, State.Returned) = (callee, []);
        Interpreter.Statements.Run(body);
        var result = ChoiceValue.Of(State.Returned);
        State.Running.Pop();
        State.Methods -= isMethod ? 1 : 0;
        (State.Scope, State.Region, State.Guarded, State.Returned) = (outerScope, outerRegion, outerGuards, outerReturned);
        return result;
    }

    internal Value EnterFunction(
        IOperation function,
        IOperation? body,
        IReadOnlyList<IParameterSymbol> parameters,
        IReadOnlyList<ReadArgument> arguments,
        Scope home,
        IOperation call)
    {
        if (body is null || !State.CanEnter(body, isOwn: true))
            return Lost([.. arguments.Select(argument => argument.Value)], call);
        Bind(home, arguments, parameters, call);
        return Enter(home.Facts, body, home);
    }

    // Arguments by the positions of the parameters.
    internal Value Invoke(FunctionValue function, IReadOnlyList<(int Position, Value Value)> arguments, IOperation call)
    {
        Value Give() => Lost([.. arguments.Select(argument => argument.Value)], call);

        if (function.Lambda is { } lambda)
        {
            if (lambda.Symbol.IsAsync || function.Scope.Facts.IsIterator(lambda)
                || !State.CanEnter(lambda.Body, function.Scope.Facts == State.Scope.Facts))
            {
                Interpreter.Escapes.HandOut(function);
                return Give();
            }

            foreach (var (position, value) in arguments)
            {
                if (position >= 0 && position < lambda.Symbol.Parameters.Length)
                    Bind(function.Scope, lambda.Symbol.Parameters[position], value, call);
                else
                    Escape(value, call);
            }

            return Enter(function.Scope.Facts, lambda.Body, function.Scope);
        }

        var method = function.Method!;
        BodyFacts? facts = null;
        IOperation? body = null;
        var target = function.Scope;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            if (function.Scope.Facts.FunctionOf(method) is { } local && !method.IsAsync && !function.Scope.Facts.IsIterator(local))
                (facts, body) = (function.Scope.Facts, local.Body ?? local.IgnoredBody);
        }
        else if (!method.IsAbstract && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed)
            && !CallReader.IsConditional(method) && !State.Guarded.Contains(method.OriginalDefinition)
            && Interpreter.Bodies.Of(CallReader.Written(method)) is { } own)
        {
            (facts, body, target) = (own, own.Body, new Scope(own, function.Target));
        }

        if (facts is null || body is null || !State.CanEnter(body, facts == State.Scope.Facts))
            return Give();
        // A method of an extension gets its object first.
        var shift = method.ReducedFrom is null ? 0 : 1;
        var parameters = CallReader.Written(method).Parameters;
        if (shift == 1 && function.Target is { } receiver)
            Bind(target, parameters[0], receiver, call);
        foreach (var (position, value) in arguments)
        {
            if (position >= 0 && position + shift < parameters.Length)
                Bind(target, parameters[position + shift], value, call);
            else
                Escape(value, call);
        }

        return Enter(facts, body, target);
    }

    internal void RunUnknown(IOperation function, Scope? home = null)
    {
        var (body, symbol) = function switch
        {
            IAnonymousFunctionOperation lambda => (lambda.Body, lambda.Symbol),
            ILocalFunctionOperation local => (local.Body ?? local.IgnoredBody, local.Symbol),
            _ => ((IBlockOperation?)null, (IMethodSymbol?)null),
        };
        if (body is null || symbol is null || State.Running.Contains(body))
            return;
        var (outerScope, outerRegion, outerGuards, outerReturned) = (State.Scope, State.Region, State.Guarded, State.Returned);
        State.Running.Push(body);
        State.Scope = home ?? State.Scope;
        var before = State.Scope.Variables;
        State.Scope.Variables = new(before, SymbolEqualityComparer.Default);
        (State.Region, State.Returned) = (new Region(), []);
        foreach (var parameter in symbol.Parameters)
            State.Scope.Variables[parameter] = Vocabulary.IsCatalogBuilder(parameter.Type) ? new CatalogBuilderValue() : UnknownValue.Instance;
        Interpreter.Statements.Run(body);
        foreach (var value in State.Returned)
            Escape(value, null);
        State.Scope.Variables = before;
        State.Running.Pop();
        (State.Scope, State.Region, State.Guarded, State.Returned) = (outerScope, outerRegion, outerGuards, outerReturned);
    }

    internal bool IsAsyncOrIterator(IMethodSymbol method, IOperation function) => method.IsAsync || State.Scope.Facts.IsIterator(function);
}
