using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>A filter that is tried on rows, with the counts that explain it.</summary>
internal sealed class TrialFilter
{
    private TrialFilter(FieldValue field, ScalarNode value, TrialColumns columns)
    {
        Declared = new TaskFilter(value, field);
        Value = value;
        Tally = new FilterTally(FilterEvaluator.Compile(Declared.Text, columns.Asked, columns.Terms));
    }

    /// <summary>The filter, with the field that has it.</summary>
    internal TaskFilter Declared { get; }

    internal ScalarNode Value { get; }

    /// <summary>Its counts.</summary>
    internal FilterTally Tally { get; }

    /// <summary>Whether the value of a variable is in it, which no output may show.</summary>
    internal bool IsFilled => Value.IsFilled;

    /// <summary>The filter of a field; null if it has none, or if what it has is not known.</summary>
    internal static TrialFilter? Of(FieldValue field, TrialColumns columns) =>
        field.Text is { } text && !string.IsNullOrWhiteSpace(text) && field.Node is ScalarNode value ? new TrialFilter(field, value, columns) : null;

    /// <summary>Why the filter of a field, or another value, is not known; null if it is known, or there is none.</summary>
    internal static string? UnknownIn(FieldValue field) => field.State switch
    {
        ValueState.Unknown or ValueState.Invalid => $"'{field.Path}' is not known here",
        ValueState.Matcher => $"'{field.Path}' is a matcher, which several values fit",
        _ => null,
    };

    /// <summary>Whether it selects a row, which is counted.</summary>
    internal RowVerdict Of(ISpanRow row) => Tally.Add(row).Verdict;

    /// <summary>The verdict of two filters that both have to select a row.</summary>
    internal static RowVerdict Both(RowVerdict one, RowVerdict other) =>
        one == RowVerdict.NotSelected || other == RowVerdict.NotSelected ? RowVerdict.NotSelected
        : one == RowVerdict.Unknown || other == RowVerdict.Unknown ? RowVerdict.Unknown
        : one == RowVerdict.Depends || other == RowVerdict.Depends ? RowVerdict.Depends
        : RowVerdict.Selected;

    /// <summary>The verdict of two filters of which one has to select a row.</summary>
    internal static RowVerdict Either(RowVerdict one, RowVerdict other) =>
        one == RowVerdict.Selected || other == RowVerdict.Selected ? RowVerdict.Selected
        : one == RowVerdict.NotSelected ? other
        : other == RowVerdict.NotSelected ? one
        : one == RowVerdict.Unknown || other == RowVerdict.Unknown ? RowVerdict.Unknown
        : RowVerdict.Depends;
}
