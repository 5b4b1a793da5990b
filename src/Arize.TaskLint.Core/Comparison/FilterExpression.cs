using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// The expression over filters. The server echoes the letter of a single filter as its expression, so that this letter says no more than none.
/// </summary>
internal static class FilterExpression
{
    /// <summary>Whether the expressions of two <c>query_filters</c> mean the same; false where the declared one is not known.</summary>
    internal static bool IsSame(ObjectView declared, ObjectView live)
    {
        if (declared[QueryFiltersFields.Expression].State is not (ValueState.Absent or ValueState.None or ValueState.Known))
            return false;
        var (own, ownFilter) = Of(declared);
        var (other, otherFilter) = Of(live);
        return (own ?? ownFilter) == (other ?? otherFilter)
            || ((own is null || own == ownFilter) && (other is null || other == otherFilter));
    }

    private static (string? Expression, string? LoneFilter) Of(ObjectView filters)
    {
        var text = filters[QueryFiltersFields.Expression].Text?.Trim();
        var lone = filters[QueryFiltersFields.Filters].Objects is { Count: 1 } only ? only[0][NamedFilterFields.Id].Text : null;
        return (string.IsNullOrEmpty(text) ? null : LetterExpression.Parse(text!).Normal ?? text, lone);
    }
}
