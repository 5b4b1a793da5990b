namespace Arize.TaskLint.Core.Trials;

/// <summary>On how many rows each column of a sample has a value.</summary>
internal sealed class ColumnCounts
{
    private long[] counts = [];
    private long[] byShape = [];
    private RowShapes? shapes;

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
    internal void Add(in TrialRow row)
    {
        Rows++;
        if (row.Shape < 0)
        {
            Count(row.Row.Present, 1);
            return;
        }

        if (row.Shape >= byShape.Length)
            Array.Resize(ref byShape, Math.Max(row.Shape + 1, Math.Max(16, byShape.Length * 2)));
        byShape[row.Shape]++;
        shapes = row.Shapes;
    }

    private void CountShapes()
    {
        if (shapes is null)
            return;
        for (var shape = 0; shape < byShape.Length; shape++)
        {
            if (byShape[shape] > 0)
                Count(shapes[shape], byShape[shape]);
        }

        (shapes, byShape) = (null, []);
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
