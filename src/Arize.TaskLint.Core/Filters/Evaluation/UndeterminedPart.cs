namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A part of a filter that this tool cannot evaluate.</summary>
/// <param name="Start">Where it begins in the filter's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Reason">What it is, as a part of a message: <c>a function</c>.</param>
internal readonly record struct UndeterminedPart(int Start, int End, string Reason);
