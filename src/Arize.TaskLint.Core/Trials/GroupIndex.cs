using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>Numbers the groups of a sample, its traces or sessions, in the order in which they occur. Their IDs are kept as 128 bits.</summary>
/// <param name="column">The number of the column that has the ID.</param>
internal sealed class GroupIndex(int column)
{
    private readonly Dictionary<(ulong, ulong), int> numbers = [];
    private ISpanRow? last;
    private long lastRow = -1;
    private int lastNumber;

    /// <summary>How many groups there are.</summary>
    internal int Count => numbers.Count;

    /// <summary>How many rows are in none.</summary>
    internal long Outside { get; private set; }

    /// <summary>The group of a row; -1 if it is in none.</summary>
    /// <param name="position">The position of the row in the sample, as several tasks ask for it.</param>
    internal int Of(ISpanRow row, long position)
    {
        if (position == lastRow && ReferenceEquals(row, last))
            return lastNumber;
        (last, lastRow) = (row, position);
        if (row.Value(column) is not { Kind: not SpanValueKind.Missing, Text: { Length: > 0 } id })
        {
            Outside++;
            return lastNumber = -1;
        }

        var key = IdBits.Of(id);
        if (!numbers.TryGetValue(key, out lastNumber))
            numbers.Add(key, lastNumber = numbers.Count);
        return lastNumber;
    }
}
