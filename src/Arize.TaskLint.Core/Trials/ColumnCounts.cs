using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>On how many rows each column of a sample has a value.</summary>
internal sealed class ColumnCounts
{
    private long[] counts = [];
    private long[] byShape = [];
    private IReadOnlyList<int>?[] shapes = [];

    /// <summary>How many rows were counted.</summary>
    internal long Rows { get; private set; }

    /// <summary>The count of a column, by its number.</summary>
    internal long this[int number]
    {
        get
        {
            CountShapes();
            return number < counts.Length ? counts[number] : 0;
        }
    }

    /// <summary>Counts the columns of a row.</summary>
    internal void Add(BatchRow row)
    {
        Rows++;
        if (row.Shape < 0)
        {
            Count(row.Present, 1);
            return;
        }

        if (row.Shape >= byShape.Length)
        {
            var length = Math.Max(row.Shape + 1, Math.Max(16, byShape.Length * 2));
            Array.Resize(ref byShape, length);
            Array.Resize(ref shapes, length);
        }

        byShape[row.Shape]++;
        shapes[row.Shape] ??= row.Present;
    }

    private void CountShapes()
    {
        for (var shape = 0; shape < byShape.Length; shape++)
        {
            if (shapes[shape] is { } columns)
                Count(columns, byShape[shape]);
        }

        (shapes, byShape) = ([], []);
    }

    private void Count(IReadOnlyList<int> columns, long rows)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var number = columns[i];
            if (number >= counts.Length)
                Array.Resize(ref counts, Math.Max(number + 1, Math.Max(256, counts.Length * 2)));
            counts[number] += rows;
        }
    }
}
