using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A term that several filters may have. What it says of a row is kept until the next row.</summary>
internal sealed class SharedNode(FilterNode inner, SharedTerms terms) : FilterNode
{
    private readonly List<(FilterDoubts Otherwise, Truth Truth, FilterDoubts Met)> others = [];
    private long row = -1;
    private Truth plain;
    private FilterDoubts met;

    /// <summary>Whether more than one filter has it.</summary>
    internal bool IsShared { get; set; }

    internal override Truth Of(ISpanRow row, FilterReading reading)
    {
        if (!IsShared)
            return inner.Of(row, reading);
        if (this.row != terms.Row)
        {
            (plain, met) = Evaluate(row, reading, FilterDoubts.None);
            others.Clear();
            this.row = terms.Row;
        }

        if (reading.Otherwise == FilterDoubts.None)
        {
            reading.Met |= met;
            return plain;
        }

        var at = others.FindIndex(one => one.Otherwise == reading.Otherwise);
        if (at < 0)
        {
            var (truth, ofOther) = Evaluate(row, reading, reading.Otherwise);
            at = others.Count;
            others.Add((reading.Otherwise, truth, ofOther));
        }

        reading.Met |= others[at].Met;
        return others[at].Truth;
    }

    private (Truth Truth, FilterDoubts Met) Evaluate(ISpanRow row, FilterReading reading, FilterDoubts otherwise)
    {
        var before = (reading.Otherwise, reading.Met);
        (reading.Otherwise, reading.Met) = (otherwise, FilterDoubts.None);
        var result = (inner.Of(row, reading), reading.Met);
        (reading.Otherwise, reading.Met) = before;
        return result;
    }
}
