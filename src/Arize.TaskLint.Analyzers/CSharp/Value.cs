using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>What is known of the value of an expression.</summary>
internal abstract record Value
{
    /// <summary>Where the value counts as written: the argument that a method got it by. Null where it counts as written where it is used.</summary>
    internal Place? At { get; init; }

    /// <summary>The same value, which counts as written where it is used.</summary>
    internal Value WrittenHere => At is null ? this : this with { At = null };

    /// <summary>Whether the value is null; null if that is unknown.</summary>
    internal bool? IsNull => this switch
    {
        ConstantValue constant => constant.Data is null,
        BuilderValue or CatalogBuilderValue or FunctionValue or SequenceValue or ThisValue or TupleValue or ObjectValue => false,
        _ => null,
    };

    /// <summary>Whether code that has the value can go on building with it.</summary>
    internal bool IsBuilding => this switch
    {
        BuilderValue or CatalogBuilderValue or FunctionValue or ThisValue => true,
        TupleValue tuple => tuple.Elements.Any(value => value.IsBuilding),
        ObjectValue made => made.Properties.Values.Any(value => value.IsBuilding),
        ChoiceValue choice => choice.Options.Any(value => value.IsBuilding),
        SequenceValue sequence => sequence.Elements.Items.Any(item => item.Value.IsBuilding),
        _ => false,
    };
}

/// <summary>A value that only a run of the code can tell.</summary>
internal sealed record UnknownValue : Value
{
    internal static readonly UnknownValue Instance = new();
}

/// <summary>A constant, or a text or number made of constants.</summary>
/// <param name="Data">The value; null for null.</param>
/// <param name="Type">The type, which tells an enum from its number.</param>
/// <param name="Literal">The literal that a text is written in, if it is one.</param>
internal sealed record ConstantValue(object? Data, ITypeSymbol? Type, Place? Literal = null) : Value;

/// <summary>An array, a list or another sequence of known elements.</summary>
internal sealed record SequenceValue(Sequence Elements) : Value;

/// <summary>A tuple.</summary>
internal sealed record TupleValue(IReadOnlyList<Value> Elements) : Value;

/// <summary>A record, an anonymous object or another object whose properties are known.</summary>
internal sealed record ObjectValue(ITypeSymbol Type, IReadOnlyDictionary<string, Value> Properties) : Value;

/// <summary>The object whose method is read; its properties are those that its class gives to all of its objects.</summary>
internal sealed record ThisValue : Value;

/// <summary>What stands for any value that fits.</summary>
internal sealed record MatcherValue(IReadOnlyList<(string Field, Value Value, SyntaxNode Syntax)> Fields) : Value;

/// <summary>The builder of a task, or of a part of a task.</summary>
internal sealed record BuilderValue(Draft Draft) : Value;

/// <summary>The builder of a catalog.</summary>
internal sealed record CatalogBuilderValue : Value;

/// <summary>A lambda, a local function or a method as a delegate.</summary>
/// <param name="Lambda">The lambda; null for a method.</param>
/// <param name="Method">The method or local function; null for a lambda.</param>
/// <param name="Target">The object of the method.</param>
/// <param name="Scope">The variables that the code sees.</param>
internal sealed record FunctionValue(
    Microsoft.CodeAnalysis.Operations.IAnonymousFunctionOperation? Lambda, IMethodSymbol? Method, Value? Target, Scope Scope) : Value;

/// <summary>One of several values; the code decides which one when it runs.</summary>
internal sealed record ChoiceValue(IReadOnlyList<Value> Options) : Value
{
    /// <summary>One of the values, or the only one of them that differs from the others.</summary>
    internal static Value Of(IReadOnlyList<Value> values)
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
}

/// <summary>The elements of a sequence, shared by all who hold it.</summary>
internal sealed class Sequence(IReadOnlyList<(Value Value, SyntaxNode Syntax)> items, bool canChange, bool isIncomplete = false)
{
    internal IReadOnlyList<(Value Value, SyntaxNode Syntax)> Items { get; } = items;

    /// <summary>Whether who holds it may change it, as an array.</summary>
    internal bool CanChange { get; } = canChange;

    /// <summary>Whether there may be further elements.</summary>
    internal bool IsIncomplete { get; } = isIncomplete;

    /// <summary>Whether code that was not followed may have changed it.</summary>
    internal bool IsLost { get; set; }
}

/// <summary>The variables of a running method, and what is known about the code that uses them.</summary>
internal sealed class Scope(BodyFacts facts, Value? target)
{
    private readonly Dictionary<ISymbol, int> carried = new(SymbolEqualityComparer.Default);

    internal BodyFacts Facts { get; } = facts;

    /// <summary>The value of <c>this</c>.</summary>
    internal Value? Target { get; } = target;

    internal Dictionary<ISymbol, Value> Variables { get; set; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a variable may get values in ways that are not followed.</summary>
    internal bool IsUnstable(ISymbol variable) => Facts.IsUnstable(variable) || carried.ContainsKey(variable);

    /// <summary>A loop begins or ends in which the variables get values that its next round may read.</summary>
    internal void Carry(IEnumerable<ISymbol> variables, int change)
    {
        foreach (var variable in variables)
        {
            carried.TryGetValue(variable, out var count);
            if (count + change > 0)
                carried[variable] = count + change;
            else
                carried.Remove(variable);
        }
    }
}

/// <summary>
/// A stretch of code that runs as often as its beginning does. A branch, a loop and what follows a conditional <c>return</c> are regions of
/// their own: what was made in another region may or may not get there.
/// </summary>
internal sealed class Region;
