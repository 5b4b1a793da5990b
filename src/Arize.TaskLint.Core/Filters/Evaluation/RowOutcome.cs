namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>What a filter, or a term of it, says of a row.</summary>
/// <param name="Verdict">Whether it selects the row.</param>
/// <param name="Plain">The same by the plain reading of SQL, whatever is in doubt; never <see cref="RowVerdict.Depends"/>.</param>
/// <param name="Doubts">The doubts on which it depends; none unless the verdict is <see cref="RowVerdict.Depends"/>.</param>
internal readonly record struct RowOutcome(RowVerdict Verdict, RowVerdict Plain, FilterDoubts Doubts)
{
    /// <summary>Whether it certainly does not select the row.</summary>
    internal bool IsExcluded => Verdict == RowVerdict.NotSelected;
}
