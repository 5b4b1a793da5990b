using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>A row that all tasks are tried on, with what is found out once for all of them.</summary>
/// <param name="Row">The row, which is another one afterwards.</param>
/// <param name="Position">Its position in the sample.</param>
/// <param name="Time">Its time, in ticks of UTC; null without one.</param>
/// <param name="Shapes">The sets of columns that rows have.</param>
/// <param name="Shape">The number of its set of columns; -1 without one.</param>
internal readonly record struct TrialRow(ISampleRow Row, long Position, long? Time, RowShapes Shapes, int Shape);
