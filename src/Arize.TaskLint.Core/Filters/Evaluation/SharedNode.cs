using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A term that several filters may have. What it says of the rows of a batch, read plainly, is found out once.</summary>
internal sealed class SharedNode(FilterNode inner) : FilterNode
{
    private readonly FilterReading plain = new();
    private Truth[]? truths;
    private FilterDoubts[] met = [];

    /// <summary>Notes that one more filter has it.</summary>
    /// <returns>Whether it is the second one.</returns>
    internal bool Share()
    {
        if (truths is not null)
            return false;
        (truths, met) = (new Truth[SharedTerms.MostRows], new FilterDoubts[SharedTerms.MostRows]);
        return true;
    }

    /// <summary>Evaluates the rows of a batch.</summary>
    internal void Prepare(IReadOnlyList<BatchRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            plain.Met = FilterDoubts.None;
            truths![i] = inner.Of(rows[i], plain);
            met[i] = plain.Met;
        }
    }

    internal override Truth Of(ISpanRow row, FilterReading reading)
    {
        if (truths is null || reading.Otherwise != FilterDoubts.None || row is not BatchRow { Index: var index })
            return inner.Of(row, reading);
        reading.Met |= met[index];
        return truths[index];
    }
}
