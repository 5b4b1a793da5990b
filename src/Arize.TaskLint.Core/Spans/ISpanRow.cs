namespace Arize.TaskLint.Core.Spans;

/// <summary>One row of a sample: a span, a run of an experiment, or an example of a dataset.</summary>
public interface ISpanRow
{
    /// <summary>The value of a column.</summary>
    /// <param name="column">Its number, as <see cref="AskedColumns.Ask"/> gave it.</param>
    SpanValue Value(int column);

    /// <summary>The value of a column whose name differs from the one that is asked for in its letter case alone; missing if there is none.</summary>
    /// <param name="column">The number of the column that is asked for.</param>
    SpanValue ValueInOtherCase(int column);
}
