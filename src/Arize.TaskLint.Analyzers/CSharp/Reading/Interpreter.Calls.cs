using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <content>Calls of methods, lambdas and local functions, which are followed as if they were written where they are called.</content>
internal sealed partial class Interpreter
{
    /// <summary>Where the name of the called method stands.</summary>
    private Place NamePlace(IInvocationOperation call) => files.PlaceOf(call.Syntax.SyntaxTree, NameSpan(call.Syntax));

    private Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (vocabulary.IsOurs(method.ContainingType))
            return CallOurs(call);
        var instance = call.Instance is null ? null : Read(call.Instance);
        var arguments = Arguments(call);
        if (method.MethodKind == MethodKind.DelegateInvoke && instance is FunctionValue function)
            return Invoke(function, [.. arguments.Select(argument => (argument.Parameter?.Ordinal ?? -1, argument.Bound))], call);
        if (KnownCall(method, arguments) is { } known)
            return known;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return scope.Facts.FunctionOf(method) is { } local && !IsAsyncOrIterator(method, local)
                ? EnterFunction(local, local.Body ?? local.IgnoredBody, method.OriginalDefinition.Parameters, arguments, scope, call)
                : Lost([.. arguments.Select(argument => argument.Value)], call);
        }

        var written = Written(method);
        if (IsWorthFollowing(method, instance, arguments) && IsFixed(method, call.Instance) && !guarded.Contains(method.OriginalDefinition)
            && bodies.Of(written) is { } body && !IsConditional(method) && CanEnter(body.Body, isOwn: false))
        {
            var callee = new Scope(body, instance);
            Bind(callee, arguments, written.Parameters, call);
            return Enter(body, body.Body, callee);
        }

        List<Value> lost = [.. arguments.Select(argument => argument.Value)];
        if (instance is not null)
            lost.Insert(0, instance);
        // Who only reads a list changes nothing.
        foreach (var argument in arguments)
        {
            if (argument.Value is SequenceValue && BodyFacts.IsReadOnly(argument.Parameter?.Type))
                lost.Remove(argument.Value);
        }

        return Lost(lost, call);
    }

    private List<Given> Arguments(IInvocationOperation call)
    {
        List<Given> arguments = [];
        foreach (var argument in call.Arguments)
            arguments.Add(new Given(argument.Parameter, Read(argument.Value), PlaceOf(argument, call), argument));
        return arguments;
    }

    // Methods of the framework whose result is as plain as an operator's.
    private static Value? KnownCall(IMethodSymbol method, List<Given> arguments)
    {
        if (method is { ContainingType.SpecialType: SpecialType.System_String, IsStatic: true, Name: "Join" or "Concat" })
        {
            var isJoin = method.Name == "Join";
            List<Value> values = [.. arguments.Select(argument => argument.Value)];
            if (isJoin && (values.Count == 0 || Folding.Text(values[0]) is null))
                return null;
            List<string?> parts = [];
            foreach (var value in isJoin ? values.Skip(1) : values)
            {
                if (value is SequenceValue { Elements: { IsLost: false, IsIncomplete: false } elements })
                    parts.AddRange(elements.Items.Select(item => Folding.Text(item.Value)));
                else
                    parts.Add(Folding.Text(value));
            }

            return parts.Contains(null) ? null : new ConstantValue(string.Join(isJoin ? Folding.Text(values[0]) : "", parts), null);
        }

        if (method.ContainingType is { Name: "Enumerable" } && method.Name is "ToArray" or "ToList" or "AsEnumerable"
            && arguments is [{ Value: SequenceValue { Elements: { IsLost: false } copied } }])
        {
            return new SequenceValue(new Sequence(copied.Items, canChange: true, copied.IsIncomplete));
        }

        return method is { ContainingType.Name: "Array" or "Enumerable", Name: "Empty", Parameters.IsEmpty: true }
            ? new SequenceValue(new Sequence([], canChange: false))
            : null;
    }

    // The method as its body knows it.
    private static IMethodSymbol Written(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    private static bool IsWorthFollowing(IMethodSymbol method, Value? instance, List<Given> arguments) =>
        !method.ReturnsVoid || instance is BuilderValue or CatalogBuilderValue or ObjectValue or ThisValue
            || arguments.Exists(argument => IsBuilding(argument.Value) || argument.Value is ChoiceValue);

    private bool CanEnter(IOperation body, bool isOwn) =>
        (isOwn ? running.Count < MostFunctions : methods < MostCalls) && steps < MostSteps && !running.Contains(body);

    // Whether the call is there depends on how the project is built.
    private static bool IsConditional(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ConditionalAttribute" });

    private bool IsAsyncOrIterator(IMethodSymbol method, IOperation function) => method.IsAsync || scope.Facts.IsIterator(function);

    private void Bind(Scope callee, IEnumerable<Given> arguments, IReadOnlyList<IParameterSymbol> parameters, IOperation call)
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

    private void Bind(Scope callee, IParameterSymbol parameter, Value value, IOperation call)
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

    private Value Enter(BodyFacts facts, IOperation body, Scope callee)
    {
        if (!CanEnter(body, callee.Facts == scope.Facts))
            return UnknownValue.Instance;
        var isMethod = callee.Facts != scope.Facts;
        methods += isMethod ? 1 : 0;
        var (outerScope, outerRegion, outerGuards, outerReturned) = (scope, region, guarded, returned);
        running.Push(body);
        (scope, returned) = (callee, []);
        Run(body);
        var result = Choice(returned);
        running.Pop();
        methods -= isMethod ? 1 : 0;
        (scope, region, guarded, returned) = (outerScope, outerRegion, outerGuards, outerReturned);
        return result;
    }

    private Value EnterFunction(
        IOperation function,
        IOperation? body,
        IReadOnlyList<IParameterSymbol> parameters,
        IReadOnlyList<Given> arguments,
        Scope home,
        IOperation call)
    {
        if (body is null || !CanEnter(body, isOwn: true))
            return Lost([.. arguments.Select(argument => argument.Value)], call);
        Bind(home, arguments, parameters, call);
        return Enter(home.Facts, body, home);
    }

    // Arguments by the positions of the parameters.
    private Value Invoke(FunctionValue function, IReadOnlyList<(int Position, Value Value)> arguments, IOperation call)
    {
        Value Give() => Lost([.. arguments.Select(argument => argument.Value)], call);

        if (function.Lambda is { } lambda)
        {
            if (lambda.Symbol.IsAsync || function.Scope.Facts.IsIterator(lambda) || !CanEnter(lambda.Body, function.Scope.Facts == scope.Facts))
            {
                HandOut(function);
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
            && !IsConditional(method) && !guarded.Contains(method.OriginalDefinition) && bodies.Of(Written(method)) is { } own)
        {
            (facts, body, target) = (own, own.Body, new Scope(own, function.Target));
        }

        if (facts is null || body is null || !CanEnter(body, facts == scope.Facts))
            return Give();
        // A method of an extension gets its object first.
        var shift = method.ReducedFrom is null ? 0 : 1;
        var parameters = Written(method).Parameters;
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

    // Code that is not followed gets the function: it may call it, not at all or many times, with anything.
    private void HandOut(FunctionValue function)
    {
        if (function.Target is { } target)
            Escape(target, null);
        if (function.Lambda is { } lambda && handedOut.Add(lambda.Syntax))
            RunUnknown(lambda, function.Scope);
        else if (function.Method is { MethodKind: MethodKind.LocalFunction } method
            && function.Scope.Facts.FunctionOf(method) is { } local && handedOut.Add(local.Syntax))
        {
            RunUnknown(local, function.Scope);
        }
    }

    private void RunUnknown(IOperation function, Scope? home = null)
    {
        var (body, symbol) = function switch
        {
            IAnonymousFunctionOperation lambda => (lambda.Body, lambda.Symbol),
            ILocalFunctionOperation local => (local.Body ?? local.IgnoredBody, local.Symbol),
            _ => ((IBlockOperation?)null, (IMethodSymbol?)null),
        };
        if (body is null || symbol is null || running.Contains(body))
            return;
        var (outerScope, outerRegion, outerGuards, outerReturned) = (scope, region, guarded, returned);
        running.Push(body);
        scope = home ?? scope;
        var before = scope.Variables;
        scope.Variables = new(before, SymbolEqualityComparer.Default);
        (region, returned) = (new Region(), []);
        foreach (var parameter in symbol.Parameters)
            scope.Variables[parameter] = vocabulary.IsCatalogBuilder(parameter.Type) ? new CatalogBuilderValue() : UnknownValue.Instance;
        Run(body);
        foreach (var value in returned)
            Escape(value, null);
        scope.Variables = before;
        running.Pop();
        (scope, region, guarded, returned) = (outerScope, outerRegion, outerGuards, outerReturned);
    }

    // A default that is not written stands at the call's name.
    private Place PlaceOf(IArgumentOperation argument, IInvocationOperation call) => argument.ArgumentKind == ArgumentKind.Explicit
        ? files.PlaceOf(argument.Syntax is ArgumentSyntax written ? written.Expression : argument.Value.Syntax)
        : NamePlace(call);

    private static TextSpan NameSpan(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: var called }
        ? called switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Span,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Span,
            _ => called.Span,
        }
        : call.Span;

    private sealed record Given(IParameterSymbol? Parameter, Value Value, Place Place, IArgumentOperation Argument)
    {
        /// <summary>The value as the called method has it: it counts as written at the argument.</summary>
        internal Value Bound => Value is UnknownValue || Value.At is not null ? Value : Value with { At = Place };
    }
}
