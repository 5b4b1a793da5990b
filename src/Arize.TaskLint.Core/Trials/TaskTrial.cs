using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>A task, tried on the rows of a sample.</summary>
/// <param name="task">Its declaration.</param>
internal sealed class TaskTrial(TaskDeclaration task)
{
    private readonly EvaluatorTrial[] evaluators = [];
    private RowVerdict[]? letters;
    private long first = long.MaxValue;
    private long last = long.MinValue;

    internal TaskDeclaration Task { get; } = task;

    /// <summary>Why it is not tried; null if it is.</summary>
    internal string? NotTried { get; init; }

    /// <summary>Why what it selects is not known; null if that can be known.</summary>
    internal string? Unknown { get; init; }

    /// <summary>Its filter; null without one.</summary>
    internal TrialFilter? Filter { get; init; }

    /// <summary>Its named filters, of the trace and session shape; empty without them.</summary>
    internal IReadOnlyList<TrialFilter> Named { get; init; } = [];

    /// <summary>All its filters, of either shape.</summary>
    internal IReadOnlyList<TrialFilter> Filters => Filter is { } filter ? [filter] : Named;

    internal IReadOnlyList<EvaluatorTrial> Evaluators
    {
        get => evaluators;
        init => evaluators = [.. value];
    }

    /// <summary>The project that the task is on, as it names it; null if it is not on a project.</summary>
    internal string? Project { get; init; }

    /// <summary>The project as outputs may show it.</summary>
    internal string? ShownProject { get; set; }

    /// <summary>Whether <see cref="Project"/> is an ID, of which the name is not known.</summary>
    internal bool IsByProjectId { get; init; }

    /// <summary>The project of rows that it is tried on, as outputs may show it, where it is not known whether that is its own; else null.</summary>
    internal string? DoubtfulProject { get; set; }

    /// <summary>Finds the IDs of names in the space of the live task; null if that is not known.</summary>
    internal NameResolver? Names { get; set; }

    /// <summary>Why the live side does not tell what is in force and not declared, though it was asked; else null.</summary>
    internal LiveFailure? Unread { get; set; }

    /// <summary>The share of the selected rows that are judged, 0 to 1; null if it is not known.</summary>
    internal double? SamplingRate { get; init; }

    /// <summary>Whether a rate is declared and not known: a matcher, or a variable without a value.</summary>
    internal bool IsRateUnknown { get; init; }

    /// <summary>How its named filters go together; null without them.</summary>
    internal string? Expression { get; init; }

    /// <summary>How many of its rows have a time.</summary>
    internal long TimedRows { get; private set; }

    /// <summary>Whether new spans are judged as they arrive.</summary>
    internal bool IsContinuous { get; init; }

    /// <summary>Whether its rows are spans.</summary>
    internal bool IsOfSpans { get; init; }

    /// <summary>The same task as it was declared at the base of a pull request; null if there was none, or nothing is compared.</summary>
    internal TaskTrial? AtBase { get; init; }

    /// <summary>The rows of its sample.</summary>
    internal long Rows { get; private set; }

    /// <summary>How many it selects, or may select.</summary>
    internal long Selected { get; private set; }

    /// <summary>How many of these depend on what is not documented of the server.</summary>
    internal long InDoubt { get; private set; }

    /// <summary>How many of the selected ones depend on a part of a filter that cannot be evaluated.</summary>
    internal long Undetermined { get; private set; }

    /// <summary>The earliest time of a row.</summary>
    internal DateTimeOffset? From => first == long.MaxValue ? null : new DateTimeOffset(first, TimeSpan.Zero);

    /// <summary>The latest time of a row.</summary>
    internal DateTimeOffset? To => last == long.MinValue ? null : new DateTimeOffset(last, TimeSpan.Zero);

    /// <summary>Takes a row of its sample.</summary>
    internal void Take(BatchRow row)
    {
        if (NotTried is not null || Unknown is not null)
            return;
        Rows++;
        if (row.Time is { } time)
        {
            TimedRows++;
            first = Math.Min(first, time);
            last = Math.Max(last, time);
        }

        var verdict = Filter?.Of(row) ?? RowVerdict.Selected;
        if (Named.Count > 0)
        {
            letters ??= new RowVerdict[Named.Count];
            verdict = RowVerdict.NotSelected;
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = Named[i].Of(row);
                verdict = Better(verdict, letters[i]);
            }
        }

        Selected += verdict == RowVerdict.NotSelected ? 0 : 1;
        InDoubt += verdict == RowVerdict.Depends ? 1 : 0;
        Undetermined += verdict == RowVerdict.Unknown ? 1 : 0;
        foreach (var evaluator in evaluators)
            evaluator.Take(row, verdict, letters);
        AtBase?.Take(row);
    }

    /// <summary>Counts what is known once all rows were seen.</summary>
    internal void Finish()
    {
        foreach (var evaluator in Evaluators)
            evaluator.Finish();
        AtBase?.Finish();
    }

    private static RowVerdict Better(RowVerdict one, RowVerdict other) =>
        one == RowVerdict.Selected || other == RowVerdict.Selected ? RowVerdict.Selected
        : one == RowVerdict.NotSelected ? other
        : one;

    /// <summary>The time of a row by the text or the number of its column; null if it is none.</summary>
    internal static DateTimeOffset? TimeOf(SpanValue value)
    {
        switch (value.Kind)
        {
            case SpanValueKind.Text:
                return FilterTime.Of(value.Text)?.Instant;
            case SpanValueKind.Number:
                var seconds = Math.Abs(value.Number) switch
                {
                    > 1e17 => value.Number / 1e9,
                    > 1e14 => value.Number / 1e6,
                    > 1e11 => value.Number / 1e3,
                    _ => value.Number,
                };
                return seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;
            default:
                return null;
        }
    }
}
