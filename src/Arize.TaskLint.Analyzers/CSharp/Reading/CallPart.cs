using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>An argument of a builder's call.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Built">What a lambda builds that the argument is; null for a value.</param>
/// <param name="Builder">The parameter of that lambda.</param>
internal sealed record CallPart(ReadArgument Argument, Draft? Built, IParameterSymbol? Builder);
