using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>Numbers the groups of a sample, its traces or sessions, in the order in which they occur. Their IDs are kept as 128 bits.</summary>
/// <param name="column">The number of the column that has the ID.</param>
internal sealed class GroupIndex(int column) : IBatchPart
{
    private readonly Dictionary<(ulong, ulong), int> numbers = [];
    private readonly int[] ofBatch = new int[SharedTerms.MostRows];

    /// <summary>How many groups there are.</summary>
    internal int Count => numbers.Count;

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<BatchRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
            ofBatch[i] = NumberOf(rows[i]);
    }

    /// <summary>The group of a row of the batch; -1 if it is in none.</summary>
    internal int Of(BatchRow row) => ofBatch[row.Index];

    private int NumberOf(BatchRow row)
    {
        if (row.Value(column) is not { Kind: not SpanValueKind.Missing, Text: { Length: > 0 } id })
            return -1;
        var key = IdBits.Of(id);
        if (!numbers.TryGetValue(key, out var number))
            numbers.Add(key, number = numbers.Count);
        return number;
    }
}
