using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Trials;

/// <summary>What a finding of a trial is about.</summary>
public abstract record TrialSubject
{
    /// <summary>Why its finding is a warning, where it is an error by default: the sample is small, or chosen; else null.</summary>
    public string? Lowered { get; init; }

    /// <summary>Whether its finding is a warning at most, whatever severity is set.</summary>
    public bool IsMild { get; init; }

    /// <summary>Why it is not known what it would do, or why it was not tried; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>The rows of the sample that a task is tried on; the rows, or groups, that reach an evaluator.</summary>
    public long Rows { get; init; }
}

/// <summary>What a task would do, by the rows of a sample.</summary>
public enum TrialStatus
{
    /// <summary>It selects rows, and each of its evaluators would judge some of them.</summary>
    Judges,

    /// <summary>It selects rows, and an evaluator would judge few of them.</summary>
    Drops,

    /// <summary>It selects rows, and an evaluator would judge none of them, or the sampling rate is 0.</summary>
    JudgesNothing,

    /// <summary>It selects no row.</summary>
    SelectsNothing,

    /// <summary>It cannot be told.</summary>
    Undetermined,

    /// <summary>There is no sample for it.</summary>
    NotTried,
}

/// <summary>What came of trying a task.</summary>
/// <param name="Task">Its declaration.</param>
/// <param name="Status">In one word.</param>
public sealed record TaskOutcome(TaskDeclaration Task, TrialStatus Status) : TrialSubject
{
    /// <summary>Whether its rows are spans; else they are runs of experiments, or examples.</summary>
    public bool IsOfSpans { get; init; }

    /// <summary>The rows that it selects.</summary>
    public long Selected { get; init; }

    /// <summary>The further rows that it may select, by what is not documented of the server or cannot be evaluated.</summary>
    public long InDoubt { get; init; }

    /// <summary>The rows that it selected as it was declared at the base; null if nothing is compared, or if it is not known.</summary>
    public long? SelectedAtBase { get; init; }

    /// <summary>Its filter; null without one.</summary>
    public FilterOutcome? Filter { get; init; }

    /// <summary>Its named filters, of the trace and session shape.</summary>
    public IReadOnlyList<FilterOutcome> Named { get; init; } = [];

    public IReadOnlyList<EvaluatorOutcome> Evaluators { get; init; } = [];

    /// <summary>The share of the selected rows that are judged, 0 to 1; null if it is not known, or there is none.</summary>
    public double? SamplingRate { get; init; }

    /// <summary>Whether a rate is declared and not known, so that the number of calls is not known either.</summary>
    public bool IsRateUnknown { get; init; }

    /// <summary>Whether its evaluators run code, which calls no judge.</summary>
    public bool IsOfCode { get; init; }

    /// <summary>How its named filters go together; null without them.</summary>
    public string? Expression { get; init; }

    /// <summary>How many of its rows have a time.</summary>
    public long TimedRows { get; init; }

    /// <summary>Whether new spans are judged as they arrive.</summary>
    public bool IsContinuous { get; init; }

    /// <summary>The earliest time of a row; null if none has a time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest time of a row; null if none has a time.</summary>
    public DateTimeOffset? To { get; init; }
}

/// <summary>What a filter selected.</summary>
/// <param name="Text">The filter, as outputs show it.</param>
/// <param name="Rows">How many rows it was tried on.</param>
/// <param name="Selected">How many it selects.</param>
/// <param name="InDoubt">How many more it may select.</param>
public sealed record FilterOutcome(string Text, long Rows, long Selected, long InDoubt)
{
    /// <summary>The letter of a named filter; null for others.</summary>
    public string? Letter { get; init; }

    /// <summary>Its terms, if there are several and they may be shown.</summary>
    public IReadOnlyList<TermOutcome> Terms { get; init; } = [];

    /// <summary>What explains the counts, each as a sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>How many rows a term of a filter selects, or may select, alone.</summary>
/// <param name="Rows">Their number; null if the term cannot be evaluated.</param>
public readonly record struct TermOutcome(string Text, long? Rows);

/// <summary>What an evaluator would judge.</summary>
/// <param name="Label">Its name, or else what it is declared by.</param>
/// <param name="Unit">What it judges.</param>
public sealed record EvaluatorOutcome(string Label, TrialUnit Unit) : TrialSubject
{
    /// <summary>How many of the rows that reach it are in doubt.</summary>
    public long InDoubt { get; init; }

    /// <summary>How many would certainly be judged.</summary>
    public long Judged { get; init; }

    /// <summary>How many more may be judged; the others lack the value of a variable.</summary>
    public long JudgedInDoubt { get; init; }

    /// <summary>Whether it is known what it judges; else it may be traces or sessions, or spans.</summary>
    public bool IsScopeKnown { get; init; }

    /// <summary>How many sessions it would judge, where it may judge sessions as well as traces; null otherwise.</summary>
    public long? JudgedBySession { get; init; }

    /// <summary>How many groups the sample has; null where it judges row by row.</summary>
    public long? Groups { get; init; }

    /// <summary>How many of the spans that the task certainly selects are in no group, and so not judged; 0 where it judges row by row.</summary>
    public long Ungrouped { get; init; }

    /// <summary>Its own filter; null without one.</summary>
    public FilterOutcome? Filter { get; init; }

    public IReadOnlyList<VariableOutcome> Variables { get; init; } = [];

    /// <summary>Whether it would judge none, or too few.</summary>
    public TrialStatus Status { get; init; }
}

/// <summary>What an evaluator judges.</summary>
public enum TrialUnit
{
    Span,
    Trace,
    Session,

    /// <summary>A run of an experiment, or an example.</summary>
    Row,
}

/// <summary>On how many rows a variable has a value.</summary>
/// <param name="Path">The path that it is mapped to; null without a mapping.</param>
/// <param name="Rows">How many of the rows, or groups, have a value there; null if the path is not known.</param>
public sealed record VariableOutcome(string Name, string? Path, long? Rows)
{
    /// <summary>How many of these rows have an empty value there.</summary>
    public long Empty { get; init; }

    /// <summary>The columns that rows have which lack the value, and that may be meant.</summary>
    public IReadOnlyList<FittingColumn> Fitting { get; init; } = [];
}

/// <summary>A file of rows on which tasks were tried.</summary>
/// <param name="File">Its name.</param>
/// <param name="IsOfSpans">Whether it was given as spans.</param>
/// <param name="Rows">How many rows were read.</param>
public sealed record SampleFile(string File, bool IsOfSpans, long Rows)
{
    /// <summary>The project that it is of, as it was given; null if none was.</summary>
    public string? Project { get; init; }

    /// <summary>How many rows could not be read.</summary>
    public long Unread { get; init; }

    /// <summary>Whether it says of itself that there are more rows than it has.</summary>
    public bool HasMore { get; init; }

    /// <summary>How many of its spans were given before, in it or in another file, and are not counted again.</summary>
    public long Repeated { get; init; }

    /// <summary>How many of its spans have a start that is no time of a span, such as one of 1970, and is left out of what is covered.</summary>
    public long OddTimes { get; init; }

    /// <summary>The limit of an export that the count equals, so that it may be cut short; null if it equals none.</summary>
    public int? Limit { get; init; }
}

/// <summary>What came of trying tasks on a sample.</summary>
public sealed record TrialResult(IReadOnlyList<SampleFile> Files, IReadOnlyList<TaskOutcome> Tasks)
{
    /// <summary>Whether the sample is known to be exported with a filter.</summary>
    public bool IsFiltered { get; init; }

    /// <summary>Whether the tasks were also tried as they were at a base.</summary>
    public bool HasBase { get; init; }
}
