using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>An argument of a builder's call.</summary>
/// <param name="Built">The draft that a lambda builds, if the argument is one; null for a value.</param>
/// <param name="Builder">The parameter of that lambda.</param>
internal sealed record CallPart(ReadArgument Argument, Draft? Built, IParameterSymbol? Builder);
