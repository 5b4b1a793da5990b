using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>Where the reading of a declaration is: a body, and what is known of its parameters.</summary>
internal sealed class Frame(BodyIndex index)
{
    /// <summary>No body: of an initializer, which has no locals.</summary>
    internal static readonly Frame Empty = new(BodyIndex.Empty);

    /// <summary>The body.</summary>
    internal BodyIndex Index { get; } = index;

    /// <summary>Whether the code may run not at all, or more than once.</summary>
    internal bool IsUncertain { get; init; }

    /// <summary>Whether the code is still being typed, so that nothing in it is known to be missing.</summary>
    internal bool IsHalfTyped { get; init; }

    /// <summary>How many calls lead here.</summary>
    internal int Depth { get; init; }

    /// <summary>The arguments of the call that leads here.</summary>
    internal IReadOnlyDictionary<IParameterSymbol, BoundArgument>? Arguments { get; init; }

    /// <summary>The argument of a parameter, or null where the call is not known.</summary>
    internal BoundArgument? ArgumentOf(IParameterSymbol parameter) =>
        Arguments is not null && Arguments.TryGetValue(parameter.OriginalDefinition, out var argument) ? argument : null;

    /// <summary>The same place, where it is not certain any more that the code runs once.</summary>
    internal Frame Uncertain() => IsUncertain ? this : new Frame(Index)
    {
        IsUncertain = true,
        IsHalfTyped = IsHalfTyped,
        Depth = Depth,
        Arguments = Arguments,
    };
}

/// <summary>An argument, with the body that the call stands in.</summary>
internal sealed class BoundArgument(IOperation value, Place place, Frame frame)
{
    /// <summary>The argument's value.</summary>
    internal IOperation Value { get; } = value;

    /// <summary>Where the argument stands.</summary>
    internal Place Place { get; } = place;

    /// <summary>The body that the call stands in.</summary>
    internal Frame Frame { get; } = frame;
}
