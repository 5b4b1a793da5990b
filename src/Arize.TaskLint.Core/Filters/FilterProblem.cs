namespace Arize.TaskLint.Core.Filters;

/// <summary>Something that is wrong with a filter's text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Message">What, as a part of a message.</param>
internal readonly record struct FilterProblem(int Start, int End, string Message);
