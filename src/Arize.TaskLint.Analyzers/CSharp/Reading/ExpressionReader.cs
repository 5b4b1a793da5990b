using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Evaluates expressions as far as their values are constants or builders.</summary>
internal sealed class ExpressionReader(Interpreter interpreter) : InterpreterPart(interpreter)
{
    // The operation of arguments for "params ReadOnlySpan<T>". The compiler version that this is built against does not have it.
    private const OperationKind CollectionExpression = (OperationKind)0x7F;

    internal Value ReadExpression(IOperation? expression)
    {
        if (expression is null)
            return UnknownValue.Instance;
        State.Step();
        if (expression.ConstantValue is { HasValue: true } constant)
            return expression.Syntax.ContainsDiagnostics
                ? UnknownValue.Instance
                : new ConstantValue(constant.Value, expression.Type, LiteralOf(expression));
        switch (expression)
        {
            case IParenthesizedOperation parenthesized:
                return Read(parenthesized.Operand);
            case IConversionOperation conversion:
                return Convert(conversion);
            case ILocalReferenceOperation { Local: var local }:
                return Interpreter.Variables.Variable(local).WrittenHere;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: INamedTypeSymbol } }:
                // An extension block's parameter belongs to the block, and not to its methods.
                return State.Scope.Target ?? UnknownValue.Instance;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Interpreter.Variables.Variable(parameter.OriginalDefinition);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return State.Scope.Target ?? UnknownValue.Instance;
            case IFieldReferenceOperation field:
                return Interpreter.Members.ReadField(field);
            case IPropertyReferenceOperation property:
                return Interpreter.Members.ReadProperty(property);
            case IInvocationOperation call:
                return Interpreter.Calls.ReadCall(call);
            case IAnonymousFunctionOperation lambda:
                return new FunctionValue(lambda, null, null, State.Scope);
            case IDelegateCreationOperation creation:
                return Read(creation.Target);
            case IMethodReferenceOperation method:
                return new FunctionValue(null, method.Method, method.Instance is null ? null : Read(method.Instance), State.Scope);
            case IArrayCreationOperation { Initializer: { } elements }:
                return new SequenceValue(
                    new Sequence([.. elements.ElementValues.Select(element => (Read(element), element.Syntax))], canChange: true));
            case IArrayCreationOperation array:
                foreach (var size in array.DimensionSizes)
                    Read(size);
                return array.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: 0 } }]
                    ? new SequenceValue(new Sequence([], canChange: false))
                    : UnknownValue.Instance;
            case IArrayElementReferenceOperation element:
                return Interpreter.Members.ReadElement(element.ArrayReference, element.Indices);
            case IObjectCreationOperation creation:
                return Interpreter.Creations.Create(creation);
            case IAnonymousObjectCreationOperation anonymous:
                return new ObjectValue(
                    anonymous.Type!,
                    Interpreter.Creations.Properties(anonymous.Initializers, new Dictionary<string, Value>(StringComparer.Ordinal)));
            case IWithOperation { Operand: var operand, Initializer: { } changes } when Read(operand) is var copied:
                if (copied is ObjectValue original)
                {
                    var properties = original.Properties.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
                    return new ObjectValue(original.Type, Interpreter.Creations.Properties(changes.Initializers, properties));
                }

                Escape(copied, expression);
                Interpreter.Creations.Properties(changes.Initializers, new Dictionary<string, Value>(StringComparer.Ordinal));
                return UnknownValue.Instance;
            case ITupleOperation tuple:
                return new TupleValue([.. tuple.Elements.Select(element => Read(element).WrittenHere)]);
            case IInterpolatedStringOperation interpolated:
                return Joined([.. interpolated.Parts.Select(TextOf)]);
            case IBinaryOperation binary:
                return ReadBinary(binary);
            case IUnaryOperation unary:
                return Read(unary.Operand) is ConstantValue value && unary.OperatorMethod is null
                    ? Folding.Unary(unary, value)
                    : UnknownValue.Instance;
            case IConditionalOperation conditional:
                return Interpreter.Conditionals.ReadConditional(conditional);
            case ISwitchExpressionOperation choice:
                return Interpreter.Conditionals.ReadSwitch(choice);
            case ICoalesceOperation coalesce:
                return Interpreter.Conditionals.ReadCoalesce(coalesce.Value, coalesce.WhenNull, coalesce);
            case IConditionalAccessOperation access:
                return Interpreter.Conditionals.ReadConditionalAccess(access);
            case IConditionalAccessInstanceOperation:
                return Interpreter.Conditionals.Instance;
            case ISimpleAssignmentOperation assignment:
                var assigned = Read(assignment.Value);
                Interpreter.Variables.Assign(assignment.Target, assigned, assignment);
                return assigned;
            case ICoalesceAssignmentOperation { Target: var target } assignment:
                var either = Interpreter.Conditionals.ReadCoalesce(target, assignment.Value, assignment);
                Interpreter.Variables.Assign(target, either, assignment);
                return either;
            case IDeconstructionAssignmentOperation deconstruction:
                var parts = Read(deconstruction.Value);
                Interpreter.Variables.Assign(deconstruction.Target, parts, deconstruction);
                return parts;
            case ICompoundAssignmentOperation compound:
                Escape(Read(compound.Target), compound);
                Escape(Read(compound.Value), compound);
                Interpreter.Variables.Assign(compound.Target, UnknownValue.Instance, compound);
                return UnknownValue.Instance;
            case IIncrementOrDecrementOperation change:
                Interpreter.Variables.Assign(change.Target, UnknownValue.Instance, change);
                return UnknownValue.Instance;
            case IIsPatternOperation test:
                return Interpreter.Patterns.ReadPattern(test);
            case IDefaultValueOperation:
                return UnknownValue.Instance;
            case ITranslatedQueryOperation query:
                return Read(query.Operation);
            case IDeclarationExpressionOperation declaration:
                Interpreter.Patterns.BindUnknown(declaration);
                return UnknownValue.Instance;
            case IThrowOperation thrown:
                Read(thrown.Exception);
                return UnknownValue.Instance;
        }

        if (expression.Syntax is CollectionExpressionSyntax collection)
            return Interpreter.Creations.ReadCollection(expression, collection);
        if (expression is { IsImplicit: true, Kind: CollectionExpression })
            return new SequenceValue(
                new Sequence([.. expression.ChildOperations.Select(element => (Read(element), element.Syntax))], canChange: true));
        foreach (var child in expression.ChildOperations)
            Interpreter.Statements.RunOrRead(child);
        return UnknownValue.Instance;
    }

    private Value Convert(IConversionOperation conversion)
    {
        var value = Read(conversion.Operand);
        if (conversion.OperatorMethod is not null)
        {
            Escape(value, conversion);
            return UnknownValue.Instance;
        }

        switch (value)
        {
            case ConstantValue { Data: not (null or string or bool) } constant when Folding.IsNumber(conversion.Type):
                return Folding.Convert(constant, conversion.Type!);
            case ConstantValue { Type: not { TypeKind: TypeKind.Enum } } when conversion.Type is { TypeKind: TypeKind.Enum }:
                return UnknownValue.Instance;
            case SequenceValue when conversion.Type is { Name: "Span" or "Memory" } or { TypeKind: TypeKind.Pointer }:
            case not (ConstantValue or SequenceValue or UnknownValue or FunctionValue) when conversion.Type is { TypeKind: TypeKind.Dynamic }:
                Escape(value, conversion);
                return value;
            default:
                return value;
        }
    }

    private Value ReadBinary(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            var isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
            if (Interpreter.Conditionals.Decide(binary.LeftOperand) is { } left)
                return left == isAnd ? Read(binary.RightOperand) : new ConstantValue(left, binary.Type);
            Value right = UnknownValue.Instance;
            Branches.OnWays(binary, Branches.Mentions(binary.LeftOperand), [() => right = Read(binary.RightOperand), () => UnknownValue.Instance]);
            return right is ConstantValue { Data: bool value } && value != isAnd ? right : UnknownValue.Instance;
        }

        var (one, other) = (Read(binary.LeftOperand), Read(binary.RightOperand));
        if (binary.OperatorKind == BinaryOperatorKind.Add && binary.Type?.SpecialType == SpecialType.System_String)
            return Joined([Folding.Text(one), Folding.Text(other)]);
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && (one.IsNull, other.IsNull) is (not null, not null) and var (a, b) && (a == true || b == true))
        {
            return new ConstantValue((a == b) == (binary.OperatorKind == BinaryOperatorKind.Equals), binary.Type);
        }

        var isOwn = binary.OperatorMethod is { ContainingType.SpecialType: SpecialType.None };
        return !isOwn && one is ConstantValue x && other is ConstantValue y ? Folding.Binary(binary, x, y) : Lost([one, other], binary);
    }

    private string? TextOf(IInterpolatedStringContentOperation part)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation { Text: { ConstantValue: { HasValue: true, Value: string text } } }:
                return text;
            case IInterpolationOperation { Expression: var expression } interpolation:
                var value = Read(expression);
                if (interpolation is { Alignment: null, FormatString: null } && Folding.Text(value) is { } known)
                    return known;
                Escape(value, part);
                return null;
            default:
                foreach (var child in part.ChildOperations)
                    Interpreter.Statements.RunOrRead(child);
                return null;
        }
    }

    private static Value Joined(IReadOnlyList<string?> parts) =>
        parts.Contains(null) ? UnknownValue.Instance : new ConstantValue(string.Concat(parts), null);

    private Place? LiteralOf(IOperation value)
    {
        if (value.ConstantValue.Value is not string)
            return null;
        ISymbol? named = value switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        var literal = named is null
            ? value.Syntax as LiteralExpressionSyntax
            : named.DeclaringSyntaxReferences is [var declared]
                && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax written }
                ? written
                : null;
        return literal is null ? null : Files.PlaceOf(literal);
    }
}
