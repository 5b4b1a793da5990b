namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A column that a filter asks for.</summary>
/// <param name="Column">Its number.</param>
/// <param name="Name">Its name without quotes and brackets, as the filter has it.</param>
/// <param name="Start">Where it stands first in the filter's text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct AskedColumn(int Column, string Name, int Start, int End);
