using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Evaluates calls of methods. They are followed as if their code were written where they are called.</summary>
internal sealed class CallReader(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal Value ReadCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (Vocabulary.IsOurs(method.ContainingType))
            return Interpreter.BuilderCalls.ReadBuilderCall(call);
        var instance = call.Instance is null ? null : Read(call.Instance);
        var arguments = Arguments(call);
        if (method.MethodKind == MethodKind.DelegateInvoke && instance is FunctionValue function)
        {
            return Interpreter.Functions.Invoke(
                function, [.. arguments.Select(argument => (argument.Parameter?.Ordinal ?? -1, argument.Bound))], call);
        }

        if (KnownCall(method, arguments) is { } known)
            return known;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return State.Scope.Facts.FunctionOf(method) is { } local && !Interpreter.Functions.IsAsyncOrIterator(method, local)
                ? Interpreter.Functions.EnterFunction(
                    local, local.Body ?? local.IgnoredBody, method.OriginalDefinition.Parameters, arguments, State.Scope, call)
                : Lost([.. arguments.Select(argument => argument.Value)], call);
        }

        var written = Written(method);
        if (IsWorthFollowing(method, instance, arguments)
            && MemberReader.IsFixed(method, call.Instance) && !State.Guarded.Contains(method.OriginalDefinition)
            && Interpreter.Bodies.Of(written) is { } body && !IsConditional(method) && State.CanEnter(body.Body, isOwn: false))
        {
            var callee = new Scope(body, instance);
            Interpreter.Functions.Bind(callee, arguments, written.Parameters, call);
            return Interpreter.Functions.Enter(body, body.Body, callee);
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

    internal List<ReadArgument> Arguments(IInvocationOperation call)
    {
        List<ReadArgument> arguments = [];
        foreach (var argument in call.Arguments)
            arguments.Add(new ReadArgument(argument.Parameter, Read(argument.Value), Files.PlaceOf(argument, call), argument));
        return arguments;
    }

    // Methods of the framework whose result is as plain as an operator's.
    private static Value? KnownCall(IMethodSymbol method, List<ReadArgument> arguments)
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
    internal static IMethodSymbol Written(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    private static bool IsWorthFollowing(IMethodSymbol method, Value? instance, List<ReadArgument> arguments) =>
        !method.ReturnsVoid || instance is BuilderValue or CatalogBuilderValue or ObjectValue or ThisValue
            || arguments.Exists(argument => argument.Value.IsBuilding || argument.Value is ChoiceValue);

    // Whether the call is there depends on how the project is built.
    internal static bool IsConditional(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ConditionalAttribute" });
}
