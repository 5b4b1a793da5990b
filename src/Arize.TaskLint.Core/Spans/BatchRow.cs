namespace Arize.TaskLint.Core.Spans;

/// <summary>A row that is kept until a batch of rows is tried.</summary>
internal sealed class BatchRow : ISampleRow
{
    // What is longer is seldom, and would take much memory.
    private const int LongestFolded = 1 << 16;

    private SpanValue[] values = [];
    private SpanValue[] others = [];
    private string?[] folded = [];

    /// <summary>Its position in the batch.</summary>
    internal int Index { get; init; }

    /// <summary>Its time, in ticks of UTC; null without one.</summary>
    internal long? Time { get; private set; }

    /// <summary>The number of its set of columns; -1 without one.</summary>
    internal int Shape { get; private set; }

    /// <inheritdoc/>
    public string? Project { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Present { get; private set; } = [];

    /// <inheritdoc/>
    public SpanValue Value(int column) => values[column];

    /// <inheritdoc/>
    public SpanValue ValueInOtherCase(int column) => others[column];

    /// <summary>The text of a column in capital letters, so that many filters search it; null if it is no text, or a long one.</summary>
    internal string? Capitals(int column)
    {
        if (folded[column] is { } known)
            return known;
        return values[column] is { Kind: SpanValueKind.Text, Text: { Length: <= LongestFolded } text }
            ? folded[column] = text.ToUpperInvariant()
            : null;
    }

    /// <summary>Takes over the values of a row that a reader gives.</summary>
    /// <param name="row">The row, which is another one afterwards.</param>
    /// <param name="columns">How many columns are asked for.</param>
    /// <param name="present">The columns that it has, which stay the same; their number, or -1, is <paramref name="shape"/>.</param>
    /// <returns>How many characters its texts have.</returns>
    internal int Fill(ISampleRow row, int columns, long? time, IReadOnlyList<int> present, int shape)
    {
        if (values.Length != columns)
            (values, others, folded) = (new SpanValue[columns], new SpanValue[columns], new string?[columns]);
        Array.Clear(folded, 0, folded.Length);
        (Time, Shape, Project, Present) = (time, shape, row.Project, present);
        var length = 0;
        for (var i = 0; i < columns; i++)
        {
            (values[i], others[i]) = (row.Value(i), row.ValueInOtherCase(i));
            length += LengthOf(values[i]) + LengthOf(others[i]);
        }

        return length;
    }

    private static int LengthOf(SpanValue value) => value.Kind is SpanValueKind.Text or SpanValueKind.Structure ? value.Text.Length : 0;
}
