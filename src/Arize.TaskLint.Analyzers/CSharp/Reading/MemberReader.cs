using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Evaluates fields, properties and elements.</summary>
internal sealed class MemberReader(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal Value ReadField(IFieldReferenceOperation reference)
    {
        var instance = reference.Instance is null ? null : Read(reference.Instance);
        var field = reference.Field;
        if (State.Guarded.Contains(field.OriginalDefinition))
            return UnknownValue.Instance;
        if (instance is TupleValue tuple)
        {
            var number = field.ContainingType.TupleElements.ToList().FindIndex(element => field.Equals(element, SymbolEqualityComparer.Default));
            if (number < 0 && field.CorrespondingTupleField is { } plain)
            {
                number = field.ContainingType.TupleElements
                    .Select(element => element.CorrespondingTupleField)
                    .ToList()
                    .FindIndex(element => plain.Equals(element, SymbolEqualityComparer.Default));
            }

            return number >= 0 && number < tuple.Elements.Count ? tuple.Elements[number] : Lost([tuple], reference);
        }

        if (field.IsStatic || instance is ThisValue)
            return ReadMember(field);
        return instance is null ? UnknownValue.Instance : Lost([instance], reference);
    }

    private Value ReadMember(ISymbol member)
    {
        if (State.Methods >= ExecutionState.MostCalls || Interpreter.Bodies.InitializerOf(member) is not { } initializer
            || State.Running.Contains(initializer))
            return UnknownValue.Instance;
        State.Running.Push(initializer);
        State.Methods++;
        var outer = State.Scope;
        State.Scope = new Scope(new BodyFacts(initializer, Vocabulary), null);
        var value = Read(initializer);
        State.Scope = outer;
        State.Methods--;
        State.Running.Pop();
        if (value is SequenceValue { Elements.CanChange: true } && !Interpreter.Bodies.KeepsElements(member))
            return UnknownValue.Instance;
        return value is FunctionValue || !value.IsBuilding ? value : UnknownValue.Instance;
    }

    internal Value ReadProperty(IPropertyReferenceOperation reference)
    {
        var instance = reference.Instance is null ? null : Read(reference.Instance);
        var property = reference.Property;
        if (property.IsIndexer)
        {
            return reference.Arguments is [{ Value: var index }] && instance is SequenceValue
                ? Element(instance, Read(index), reference)
                : Lost([instance ?? UnknownValue.Instance, .. reference.Arguments.Select(argument => Read(argument.Value))], reference);
        }

        if (State.Guarded.Contains(property.OriginalDefinition))
            return UnknownValue.Instance;
        switch (instance)
        {
            case SequenceValue { Elements: { IsLost: false, IsIncomplete: false } elements } when property.Name is "Length" or "Count":
                return new ConstantValue(elements.Items.Count, null);
            case SequenceValue or ConstantValue:
                return UnknownValue.Instance;
            case ObjectValue made when made.Properties.TryGetValue(property.Name, out var value):
                return value;
            case null or ThisValue or ObjectValue or UnknownValue when property.GetMethod is { } getter:
                if (instance is not ObjectValue and not UnknownValue && ReadMember(property) is not UnknownValue and var initial)
                    return initial;
                return IsFixed(getter, reference.Instance) && Interpreter.Bodies.Of(getter) is { } body
                    ? Interpreter.Functions.Enter(body, body.Body, new Scope(body, instance))
                    : UnknownValue.Instance;
            default:
                return Lost([instance ?? UnknownValue.Instance], reference);
        }
    }

    // Whether a call reaches the very method that it names, and no other that overrides it.
    internal static bool IsFixed(IMethodSymbol method, IOperation? instance) =>
        !method.IsAbstract && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed
            || instance?.Syntax is BaseExpressionSyntax);

    internal Value ReadElement(IOperation sequence, IReadOnlyList<IOperation> indices)
    {
        var read = Read(sequence);
        return indices is [var index] ? Element(read, Read(index), sequence) : Lost([read], sequence);
    }

    private Value Element(Value sequence, Value index, IOperation at)
    {
        if (sequence is SequenceValue { Elements: { IsLost: false, IsIncomplete: false } elements }
            && index is ConstantValue { Data: int position } && position >= 0 && position < elements.Items.Count)
        {
            return elements.Items[position].Value.WrittenHere;
        }

        return sequence.IsBuilding ? Lost([sequence], at) : UnknownValue.Instance;
    }
}
