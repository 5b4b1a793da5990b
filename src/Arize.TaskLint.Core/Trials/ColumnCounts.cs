namespace Arize.TaskLint.Core.Trials;

/// <summary>On how many rows each column of a sample has a value.</summary>
internal sealed class ColumnCounts
{
    private long[] counts = [];

    /// <summary>How many rows were counted.</summary>
    internal long Rows { get; private set; }

    /// <summary>The count of a column, by its number.</summary>
    internal long this[int number] => number < counts.Length ? counts[number] : 0;

    /// <summary>Counts the columns of a row.</summary>
    internal void Add(IReadOnlyList<int> present)
    {
        Rows++;
        for (var i = 0; i < present.Count; i++)
        {
            var number = present[i];
            if (number >= counts.Length)
                Array.Resize(ref counts, Math.Max(number + 1, Math.Max(256, counts.Length * 2)));
            counts[number]++;
        }
    }
}
