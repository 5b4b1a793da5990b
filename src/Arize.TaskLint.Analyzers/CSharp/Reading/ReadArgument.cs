using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>An argument of a call and its value.</summary>
internal sealed record ReadArgument(IParameterSymbol? Parameter, Value Value, Place Place, IArgumentOperation Operation)
{
    /// <summary>The value inside the called method. It counts as written at the argument.</summary>
    internal Value Bound => Value is UnknownValue || Value.At is not null ? Value : Value with { At = Place };
}
