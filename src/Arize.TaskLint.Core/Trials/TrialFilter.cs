using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>A filter that is tried on rows, and how many rows each of its terms selects.</summary>
internal sealed class TrialFilter
{
    private readonly FilterEvaluator evaluator;
    private readonly long[] possible;

    private TrialFilter(FieldValue field, ScalarNode value, AskedColumns columns)
    {
        (Field, Value) = (field, value);
        Text = FilterText.Parse(value.Text);
        evaluator = FilterEvaluator.Compile(Text, columns);
        possible = new long[evaluator.Terms.Count];
    }

    /// <summary>The field that has it.</summary>
    internal FieldValue Field { get; }

    internal ScalarNode Value { get; }

    internal FilterText Text { get; }

    /// <summary>Evaluates it.</summary>
    internal FilterEvaluator Evaluator => evaluator;

    /// <summary>Whether the value of a variable is in it, which no output may show.</summary>
    internal bool IsFilled => Value.IsFilled;

    /// <summary>How many rows there were.</summary>
    internal long Rows { get; private set; }

    /// <summary>How many rows it selects.</summary>
    internal long Selected { get; private set; }

    /// <summary>How many further rows it may select, by what is not documented of the server.</summary>
    internal long InDoubt { get; private set; }

    /// <summary>How many rows it may select by a part that cannot be evaluated.</summary>
    internal long Unknown { get; private set; }

    /// <summary>What is in doubt about some rows.</summary>
    internal FilterDoubts Doubts { get; private set; }

    /// <summary>The filter of a field; null if it has none, or if what it has is not known.</summary>
    internal static TrialFilter? Of(FieldValue field, AskedColumns columns) =>
        field.Text is { } text && !string.IsNullOrWhiteSpace(text) && field.Node is ScalarNode value ? new TrialFilter(field, value, columns) : null;

    /// <summary>Why the filter of a field is not known; null if it is known, or there is none.</summary>
    internal static string? UnknownIn(FieldValue field) => field.State switch
    {
        ValueState.Unknown or ValueState.Invalid => $"'{field.Path}' is not known here",
        ValueState.Matcher => $"'{field.Path}' is a matcher, which several filters fit",
        _ => null,
    };

    /// <summary>How many rows a term selects, or may select.</summary>
    /// <param name="term">Its position among those of <see cref="Evaluator"/>.</param>
    internal long SelectedBy(int term) => possible[term];

    /// <summary>Whether it selects a row.</summary>
    internal RowVerdict Of(ISpanRow row)
    {
        var outcome = evaluator.Evaluate(row);
        Rows++;
        Doubts |= outcome.Doubts;
        for (var i = 0; i < possible.Length; i++)
        {
            if (!evaluator.OutcomeOf(i).IsExcluded)
                possible[i]++;
        }

        switch (outcome.Verdict)
        {
            case RowVerdict.Selected:
                Selected++;
                break;
            case RowVerdict.Depends:
                InDoubt++;
                break;
            case RowVerdict.Unknown:
                Unknown++;
                break;
        }

        return outcome.Verdict;
    }

    /// <summary>The verdict of two filters that both have to select a row.</summary>
    internal static RowVerdict Both(RowVerdict one, RowVerdict other) =>
        one == RowVerdict.NotSelected || other == RowVerdict.NotSelected ? RowVerdict.NotSelected
        : one == RowVerdict.Unknown || other == RowVerdict.Unknown ? RowVerdict.Unknown
        : one == RowVerdict.Depends || other == RowVerdict.Depends ? RowVerdict.Depends
        : RowVerdict.Selected;
}
