using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Evaluates expressions whose value depends on a condition.</summary>
internal sealed class ConditionalReader(Interpreter interpreter) : InterpreterPart(interpreter)
{
    private readonly Stack<Value> instances = new();

    /// <summary>The object of the innermost <c>?.</c> that is being read.</summary>
    internal Value Instance => instances.Count > 0 ? instances.Peek() : UnknownValue.Instance;

    internal bool? Decide(IOperation condition) => Read(condition) is ConstantValue { Data: bool value } ? value : null;

    internal Value ReadConditional(IConditionalOperation conditional)
    {
        if (Decide(conditional.Condition) is { } decided)
            return Read(decided ? conditional.WhenTrue : conditional.WhenFalse);
        return Branches.OnWays(conditional, Branches.Mentions(conditional.Condition),
            [() => ReadOrThrow(conditional.WhenTrue), () => ReadOrThrow(conditional.WhenFalse)]);
    }

    internal Value ReadSwitch(ISwitchExpressionOperation choice)
    {
        var value = Read(choice.Value);
        if (!value.IsBuilding && value is ConstantValue known
            && choice.Arms.All(arm => arm.Guard is null && arm.Pattern is IConstantPatternOperation or IDiscardPatternOperation))
        {
            var arm = choice.Arms.FirstOrDefault(arm => arm.Pattern is IDiscardPatternOperation
                || arm.Pattern is IConstantPatternOperation { Value: var pattern }
                    && Read(pattern) is ConstantValue wanted && Folding.AreEqual(known, wanted) == true);
            if (arm is not null)
                return Read(arm.Value);
        }

        Escape(value, choice);
        return Branches.OnWays(choice, Branches.Mentions(choice.Value),
        [
            .. choice.Arms.Select(arm => (Func<Value?>)(() =>
            {
                Interpreter.Patterns.BindUnknown(arm.Pattern);
                if (arm.Guard is { } guard)
                    Escape(Read(guard), guard);
                return ReadOrThrow(arm.Value);
            })),
        ]);
    }

    internal Value ReadCoalesce(IOperation first, IOperation second, IOperation whole)
    {
        var value = Read(first);
        switch (value.IsNull)
        {
            case false:
                return value;
            case true:
                return Read(second);
            default:
                var other = Branches.OnWays(whole, Branches.Mentions(first), [() => ReadOrThrow(second), () => value]);
                return value is UnknownValue ? Lost([other], whole) : other;
        }
    }

    internal Value ReadConditionalAccess(IConditionalAccessOperation access)
    {
        var instance = Read(access.Operation);
        if (instance.IsNull == true)
            return instance;
        instances.Push(instance);
        var value = instance.IsNull == false
            ? Read(access.WhenNotNull)
            : Branches.OnWays(access, Branches.Mentions(access.Operation), [() => Read(access.WhenNotNull), () => UnknownValue.Instance]);
        instances.Pop();
        return value;
    }

    private Value? ReadOrThrow(IOperation? expression)
    {
        var value = Read(expression);
        while (expression is IConversionOperation conversion)
            expression = conversion.Operand;
        return expression is IThrowOperation ? null : value;
    }
}
