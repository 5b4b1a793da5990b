using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>The value of an expression, as far as it is known.</summary>
internal abstract record Value
{
    /// <summary>Where the value counts as written: the argument that passed it to a method. Null if it counts as written where it is used.</summary>
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

    /// <summary>Whether code that has the value can continue to build with it.</summary>
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

/// <summary>A value that is known only at run time.</summary>
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

/// <summary>The object whose method is read. Its properties are those that its class sets for all of its objects.</summary>
internal sealed record ThisValue : Value;

/// <summary>A matcher, which any value that fits it satisfies.</summary>
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
