using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Spans;
using Arize.TaskLint.Core.Trials;
using static Arize.TaskLint.Core.Trials.OutcomeTexts;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Why what a task or an evaluator would judge is not known, in words.</summary>
/// <param name="seen">The names of the columns of the sample.</param>
internal sealed class TrialReasons(TaskTrial trial, SeenColumns seen, TrialTerms terms)
{
    internal const string TraceId = "context.trace_id", SessionId = "attributes.session.id";

    /// <summary>What the rows of a dataset lack; null for nothing.</summary>
    internal SampleGap? Gap { get; init; }

    /// <summary>What a row is.</summary>
    internal string Noun => trial.IsOfSpans ? "span" : "row";

    /// <summary>So many rows.</summary>
    internal string Rows(long count) => $"{Number(count)} {Noun}{(count == 1 ? "" : "s")}";

    /// <summary>Why it is not known what the task selects.</summary>
    internal string WhyInDoubt()
    {
        if (trial.Filters.Any(one => one.Tally.Evaluator.Undetermined.Count > 0))
            return WhyInDoubt(trial.Filters);
        return $"whether it selects {Number(trial.Selected)} of {Rows(trial.Rows)} or none {WhyInDoubt(trial.Filters, "depends")}";
    }

    private static string WhyInDoubt(IReadOnlyList<TrialFilter> filters, string word = "it depends")
    {
        if (filters.SelectMany(one => one.Tally.Evaluator.Undetermined.Select(part => (one, part))).FirstOrDefault() is (not null, _) found)
        {
            var text = found.one.IsFilled ? "" : $", {Excerpt.Of(found.one.Declared.Text.Slice(found.part.Start, found.part.End))}";
            return $"its filter has {found.part.Reason}{text}, which this tool cannot evaluate";
        }

        var doubts = string.Join(", ", filters.Select(one => OutcomeTexts.Of(one.Tally.Doubts)).Where(text => text.Length > 0).Distinct());
        return doubts.Length > 0 ? $"{word} on what is not documented: {doubts}" : $"{word} on what cannot be evaluated";
    }

    /// <summary>Why it is not known what an evaluator judges; null if it is.</summary>
    internal string? WhyUnknown(EvaluatorTrial one)
    {
        if (one is GroupEvaluatorTrial { Scope: EvaluatorScope.Trace, Groups: 0 })
            return $"it judges traces, and no span of the sample has '{TraceId}'";
        // A session has the spans of several traces. What no span at all has, it does not have either.
        var lacksAnywhere = one.Rows > 0 && one.Variables.Any(variable => !variable.IsUnknown && !variable.IsAnywhere);
        if (one is GroupEvaluatorTrial && !one.IsScopeKnown && one.MostJudged == 0 && !lacksAnywhere)
            return "by traces it would judge none, and whether it judges traces or sessions is not known without the live side";
        if (one is GroupEvaluatorTrial { BySession: { } other }
            && (AllAreDropped(one) != AllAreDropped(other) || SomeAreDropped(one) != SomeAreDropped(other)))
        {
            return $"by traces it would judge {Number(one.Judged)} of {Reaching(one)}, by sessions {Number(other.Judged)} of {Reaching(other)}, "
                + "and which of both it judges is not known without the live side";
        }

        if (OfOtherExport(one) is { } lacking)
            return lacking;
        if (one.MostJudged == 0)
            return null;
        if (one.Judged == 0 && Unmapped(one) is not null)
            return null;
        var isUndecided = one.LeastShareDropped <= terms.MaxDropped && one.MostShareDropped > terms.MaxDropped;
        if (one.Judged > 0 && !isUndecided)
            return null;
        var judging = $"it would judge {Number(one.Judged)} to {Number(one.MostJudged)} of {Reaching(one)}";
        if (one.Variables.FirstOrDefault(variable => variable.IsInDoubt && one.InDoubt == 0) is { } doubtful)
        {
            var what = doubtful.Empty > 0 ? $"which is empty on {Rows(doubtful.Empty)}, and whether the server drops them is not documented"
                : doubtful.OddForm is { } odd ? odd
                : doubtful.IsLeftOver
                ? "and is no variable that is known of the evaluator; whether rows that lack the column are dropped is not documented"
                : doubtful.InText > 0 ? "which is within the text of another column, and whether the server looks into texts is not documented"
                : doubtful.InOtherCase > 0 ? "which is there in another letter case, and whether that counts is not documented"
                : "which is an object, and whether a template takes one is not documented";
            return $"{judging}; '{Excerpt.Of(doubtful.Name)}' is mapped to '{Excerpt.Of(doubtful.ShownColumn!)}', {what}{Instead(doubtful)}";
        }

        var filters = one.Filter is { } own ? trial.Filters.Prepend(own) : trial.Filters;
        return $"{judging}; {WhyInDoubt([.. filters])}";
    }

    /// <summary>A variable that no mapping fills; null without one.</summary>
    internal static VariableTrial? Unmapped(EvaluatorTrial one) => one.Variables.FirstOrDefault(variable => variable.IsUnmapped);

    private static bool AllAreDropped(EvaluatorTrial one) => one.MostJudged == 0;

    private bool SomeAreDropped(EvaluatorTrial one) => one.MostShareDropped > terms.MaxDropped;

    // A task on a dataset reads the columns of the runs and those of their examples, which come from two exports.
    private string? OfOtherExport(EvaluatorTrial one)
    {
        if (one.Rows == 0)
            return OfOtherExport(one.Filter);
        if (Gap is not { } gap || (one.MostJudged > 0 && one.MostShareDropped <= terms.MaxDropped))
            return null;
        var missing = one.Variables.FirstOrDefault(variable => variable is { Column: not null, IsUnknown: false } && variable.Present < one.Rows
            && (gap.IsOfSomeRows || !variable.IsAnywhere) && (gap.IsOfSomeRows || !IsOfSpan(variable)));
        return missing is null ? null : $"{gap.Reason}, which may have '{Excerpt.Of(missing.ShownColumn!)}'";
    }

    /// <summary>Why a filter that selects no row of a dataset may select some all the same; null if that is certain.</summary>
    internal string? OfOtherExport(TrialFilter? filter) =>
        Gap is { } gap && filter is { Tally.Whole.Most: 0 } && filter.Tally.AbsentColumns.Any()
            ? $"{gap.Reason}, which may have a column of its filter"
            : null;

    // Where runs have what is meant by the path of a span, the path is at fault.
    private bool IsOfSpan(VariableTrial variable) =>
        variable.Column!.StartsWith("attributes.", StringComparison.Ordinal)
        && FittingColumns.Of(variable.Column, variable.Name, variable.OfLacking, seen).Count > 0;

    /// <summary>How many rows, or groups, reach an evaluator.</summary>
    internal string Reaching(EvaluatorTrial one, string which = "") =>
        $"{(one.InDoubt > 0 ? $"{Number(one.Rows - one.InDoubt)} to " : "")}{Number(one.Rows)} {which}{Units(one, one.Rows)}";

    /// <summary>What rows have that lack the value of a variable, as the end of a sentence; empty if nothing fits.</summary>
    internal string Instead(VariableTrial variable)
    {
        var fitting = FittingColumns.Of(variable.Column!, variable.Name, variable.OfLacking, seen);
        return fitting.Count == 0 ? ""
            : $"; these {Noun}s have {string.Join(", ", fitting.Select(column => $"'{Excerpt.Of(column.Name)}' ({Number(column.Rows)})"))}";
    }

    /// <summary>What an evaluator judges.</summary>
    internal TrialUnit UnitOf(EvaluatorTrial one) => !trial.IsOfSpans ? TrialUnit.Row
        : one.Scope switch
        {
            EvaluatorScope.Trace => TrialUnit.Trace,
            EvaluatorScope.Session => TrialUnit.Session,
            _ => TrialUnit.Span,
        };

    /// <summary>The word for so many of what an evaluator judges.</summary>
    internal string Units(EvaluatorTrial one, long count)
    {
        var unit = UnitOf(one) switch
        {
            TrialUnit.Trace => "trace",
            TrialUnit.Session => "session",
            _ => Noun,
        };
        return count == 1 ? unit : unit + "s";
    }
}
