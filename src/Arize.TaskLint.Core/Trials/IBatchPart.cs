using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>What is found out of rows once, for all tasks that ask for it.</summary>
internal interface IBatchPart
{
    /// <summary>Looks at the rows of a batch, before the tasks do.</summary>
    void Prepare(IReadOnlyList<BatchRow> rows);
}
