namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>How many rows a filter, or a term of it, selects.</summary>
/// <param name="Selected">The rows that it certainly selects.</param>
/// <param name="Depends">The rows for which it depends on what is not documented.</param>
/// <param name="Unknown">The rows for which it depends on parts that cannot be evaluated.</param>
/// <param name="Plain">The rows that it selects by the plain reading of SQL; those of <paramref name="Selected"/> are among them.</param>
internal readonly record struct RowCounts(long Selected, long Depends, long Unknown, long Plain)
{
    /// <summary>The most rows that it may select.</summary>
    internal long Most => Selected + Depends + Unknown;

    /// <summary>The counts with one row more.</summary>
    internal RowCounts With(RowOutcome outcome) => new(
        Selected + (outcome.Verdict == RowVerdict.Selected ? 1 : 0),
        Depends + (outcome.Verdict == RowVerdict.Depends ? 1 : 0),
        Unknown + (outcome.Verdict == RowVerdict.Unknown ? 1 : 0),
        Plain + (outcome.Plain == RowVerdict.Selected ? 1 : 0));

    /// <summary>The counts with rows more that are certainly selected.</summary>
    internal RowCounts WithSelected(long rows) => this with { Selected = Selected + rows, Plain = Plain + rows };
}
