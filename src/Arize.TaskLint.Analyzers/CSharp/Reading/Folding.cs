using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Evaluates operators on constants where the result is certain.</summary>
internal static class Folding
{
    /// <summary>Whether a type is a number, or a number or nothing.</summary>
    internal static bool IsNumber(ITypeSymbol? type) => Underlying(type)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>A number as another type has it.</summary>
    internal static Value Convert(ConstantValue value, ITypeSymbol type)
    {
        if (value.Type is { TypeKind: TypeKind.Enum } || Underlying(type) is not { } wanted)
            return value;
        try
        {
            return wanted.SpecialType switch
            {
                SpecialType.System_Double => value with { Data = System.Convert.ToDouble(value.Data, CultureInfo.InvariantCulture), Type = wanted },
                SpecialType.System_Single => value with { Data = System.Convert.ToSingle(value.Data, CultureInfo.InvariantCulture), Type = wanted },
                SpecialType.System_Decimal when value.Data is not (double or float) =>
                    value with { Data = System.Convert.ToDecimal(value.Data, CultureInfo.InvariantCulture), Type = wanted },
                SpecialType.System_Int32 when value.Data is int or short or byte or sbyte or ushort =>
                    value with { Data = System.Convert.ToInt32(value.Data, CultureInfo.InvariantCulture), Type = wanted },
                SpecialType.System_Int64 when value.Data is long or int or short or byte or sbyte or ushort or uint =>
                    value with { Data = System.Convert.ToInt64(value.Data, CultureInfo.InvariantCulture), Type = wanted },
                _ => UnknownValue.Instance,
            };
        }
        catch (OverflowException)
        {
            return UnknownValue.Instance;
        }
    }

    /// <summary>Evaluates an operator on one constant.</summary>
    internal static Value Unary(IUnaryOperation operation, ConstantValue operand) => (operation.OperatorKind, operand.Data) switch
    {
        (UnaryOperatorKind.Not, bool truth) => new ConstantValue(!truth, operation.Type),
        (UnaryOperatorKind.Minus, double number) => new ConstantValue(-number, operation.Type),
        (UnaryOperatorKind.Minus, decimal number) => new ConstantValue(-number, operation.Type),
        (UnaryOperatorKind.Minus, int number) when number != int.MinValue => new ConstantValue(-number, operation.Type),
        (UnaryOperatorKind.Plus, double or decimal or int) => operand,
        _ => UnknownValue.Instance,
    };

    /// <summary>Evaluates an operator on two constants.</summary>
    internal static Value Binary(IBinaryOperation operation, ConstantValue left, ConstantValue right)
    {
        switch (operation.OperatorKind)
        {
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals when AreEqual(left, right) is { } equal:
                return new ConstantValue(equal == (operation.OperatorKind == BinaryOperatorKind.Equals), operation.Type);
            case BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr when left.Data is bool a && right.Data is bool b:
                var joined = operation.OperatorKind switch
                {
                    BinaryOperatorKind.And => a & b,
                    BinaryOperatorKind.Or => a | b,
                    _ => a ^ b,
                };
                return new ConstantValue(joined, operation.Type);
        }

        return (left.Data, right.Data) switch
        {
            (int a, int b) => Whole(operation, a, b),
            (decimal a, decimal b) => Decimal(operation, a, b),
            (double a, double b) => Floating(operation, a, b),
            _ => UnknownValue.Instance,
        };
    }

    /// <summary>Whether two constants are equal; null if that is not plain.</summary>
    internal static bool? AreEqual(ConstantValue one, ConstantValue other) => (one.Data, other.Data) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        var (a, b) when a.GetType() == b.GetType() => a.Equals(b),
        _ => null,
    };

    /// <summary>A value as a part of a text; null if it is not known, or depends on the machine's language.</summary>
    internal static string? Text(Value value) => value switch
    {
        ConstantValue { Data: null } => "",
        ConstantValue { Data: string text } => text,
        ConstantValue { Data: char one } => one.ToString(),
        ConstantValue { Data: bool truth } => truth ? "True" : "False",
        ConstantValue { Data: int number and >= 0, Type: not { TypeKind: TypeKind.Enum } } => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Value Whole(IBinaryOperation operation, int a, int b)
    {
        if (operation.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
            return b is 0 or -1
                ? UnknownValue.Instance
                : new ConstantValue(operation.OperatorKind == BinaryOperatorKind.Divide ? a / b : a % b, operation.Type);
        long? result = operation.OperatorKind switch
        {
            BinaryOperatorKind.Add => (long)a + b,
            BinaryOperatorKind.Subtract => (long)a - b,
            BinaryOperatorKind.Multiply => (long)a * b,
            _ => null,
        };
        return result is >= int.MinValue and <= int.MaxValue ? new ConstantValue((int)result, operation.Type) : Compared(operation, a.CompareTo(b));
    }

    private static Value Floating(IBinaryOperation operation, double a, double b) => operation.OperatorKind switch
    {
        BinaryOperatorKind.Add => new ConstantValue(a + b, operation.Type),
        BinaryOperatorKind.Subtract => new ConstantValue(a - b, operation.Type),
        BinaryOperatorKind.Multiply => new ConstantValue(a * b, operation.Type),
        BinaryOperatorKind.Divide => new ConstantValue(a / b, operation.Type),
        _ when double.IsNaN(a) || double.IsNaN(b) => UnknownValue.Instance,
        _ => Compared(operation, a.CompareTo(b)),
    };

    private static Value Decimal(IBinaryOperation operation, decimal a, decimal b)
    {
        try
        {
            return operation.OperatorKind switch
            {
                BinaryOperatorKind.Add => new ConstantValue(a + b, operation.Type),
                BinaryOperatorKind.Subtract => new ConstantValue(a - b, operation.Type),
                BinaryOperatorKind.Multiply => new ConstantValue(a * b, operation.Type),
                BinaryOperatorKind.Divide when b != 0 => new ConstantValue(a / b, operation.Type),
                _ => Compared(operation, a.CompareTo(b)),
            };
        }
        catch (OverflowException)
        {
            return UnknownValue.Instance;
        }
    }

    private static Value Compared(IBinaryOperation operation, int order) => operation.OperatorKind switch
    {
        BinaryOperatorKind.LessThan => new ConstantValue(order < 0, operation.Type),
        BinaryOperatorKind.LessThanOrEqual => new ConstantValue(order <= 0, operation.Type),
        BinaryOperatorKind.GreaterThan => new ConstantValue(order > 0, operation.Type),
        BinaryOperatorKind.GreaterThanOrEqual => new ConstantValue(order >= 0, operation.Type),
        _ => UnknownValue.Instance,
    };

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
