namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A value that a filter asks a column for by <c>=</c> or <c>IN</c>.</summary>
/// <param name="Column">The number of the column.</param>
/// <param name="Name">The name of the column as it is asked for.</param>
/// <param name="Value">The value as a text: of a number, how it is written.</param>
/// <param name="Start">Where the comparison begins in the filter's text; of a list, where the value does.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct AskedValue(int Column, string Name, string Value, int Start, int End);
