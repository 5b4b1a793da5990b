using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Reads variables and assigns to them.</summary>
internal sealed class VariableStore(Interpreter interpreter) : InterpreterPart(interpreter)
{
    internal Value Variable(ISymbol variable)
    {
        if (State.Scope.IsUnstable(variable) || !State.Scope.Variables.TryGetValue(variable, out var value))
            return UnknownValue.Instance;
        return State.Guarded.Contains(variable) && !value.IsBuilding ? UnknownValue.Instance : value;
    }

    internal void Set(ISymbol variable, Value value, IOperation at)
    {
        if (State.Scope.IsUnstable(variable)
            || variable is ILocalSymbol { Type.TypeKind: TypeKind.Pointer } or IParameterSymbol { RefKind: not RefKind.None })
        {
            Escape(value, at);
            return;
        }

        if (value is SequenceValue && State.Scope.Facts.ChangesList(variable))
            Escape(value, at);
        State.Scope.Variables[variable] = value;
    }

    internal void Assign(IOperation target, Value value, IOperation at)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                Set(local, value, at);
                break;
            case IVariableDeclaratorOperation { Symbol: var symbol }:
                Set(symbol, value, at);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Set(parameter.OriginalDefinition, value.WrittenHere, at);
                break;
            case IDiscardOperation:
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, at);
                break;
            case IParenthesizedOperation parenthesized:
                Assign(parenthesized.Operand, value, at);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value, at);
                break;
            case ITupleOperation tuple when PartsOf(value, tuple.Elements.Length) is { } parts:
                for (var i = 0; i < parts.Count; i++)
                    Assign(tuple.Elements[i], parts[i], at);
                break;
            case ITupleOperation tuple:
                Escape(value, at);
                foreach (var element in tuple.Elements)
                    Assign(element, UnknownValue.Instance, at);
                break;
            default:
                Escape(value, at);
                foreach (var child in target.ChildOperations)
                    Escape(Read(child), at);
                break;
        }
    }

    // A record is taken apart in the order of its parameters, which is the order of what it was made of.
    private static IReadOnlyList<Value>? PartsOf(Value value, int count) => value switch
    {
        TupleValue tuple when tuple.Elements.Count == count => tuple.Elements,
        ObjectValue { Type: INamedTypeSymbol { IsRecord: true } type } record
            when Positions(type) is { } names && names.Count == count && names.All(record.Properties.ContainsKey) =>
            [.. names.Select(name => record.Properties[name])],
        _ => null,
    };

    private static List<string>? Positions(INamedTypeSymbol type) =>
        type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Where(method => method.IsImplicitlyDeclared).ToList() is [var only]
            ? [.. only.Parameters.Select(parameter => parameter.Name)]
            : null;
}
