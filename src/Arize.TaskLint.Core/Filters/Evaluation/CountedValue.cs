namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A value or a column, and the number of rows that have it.</summary>
internal readonly record struct CountedValue(string Value, long Rows);
