using System.Text.Json.Serialization;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Reporting;

/// <summary>What came of trying the tasks on a sample.</summary>
public sealed record ReportTry
{
    /// <summary>The files of the sample.</summary>
    public required IReadOnlyList<ReportSample> Samples { get; init; }

    /// <summary>Whether the sample is known to be exported with a filter; else null.</summary>
    public bool? Filtered { get; init; }

    /// <summary>The tasks, in the order of their declarations.</summary>
    public required IReadOnlyList<ReportTrial> Tasks { get; init; }
}

/// <summary>A file of a sample.</summary>
/// <param name="File">Its name.</param>
/// <param name="Kind"><c>spans</c>, or <c>runs</c> of experiments and examples of datasets.</param>
/// <param name="Rows">The number of rows that were read.</param>
public sealed record ReportSample(string File, string Kind, long Rows)
{
    /// <summary>The project that the spans are of, as it was given; null if none was.</summary>
    public string? Project { get; init; }

    /// <summary>The number of parts that could not be read; null if there are none.</summary>
    public long? Unread { get; init; }

    /// <summary>True if it says of itself that there are more rows, so that it is cut short; else null.</summary>
    public bool? HasMore { get; init; }

    /// <summary>The number of spans that were given before and are not counted again; null if there are none.</summary>
    public long? Repeated { get; init; }

    /// <summary>The number of spans whose start is no time of a span, and is left out of the time that is covered; null if there are none.</summary>
    public long? OddTimes { get; init; }

    /// <summary>The limit of an export that the number of rows equals, so that the sample may be cut short; null if it equals none.</summary>
    public int? Limit { get; init; }
}

/// <summary>What came of trying a task.</summary>
public sealed record ReportTrial
{
    /// <summary>Its declared name; null if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Its declared ID; null if it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The place of the declaration.</summary>
    public ReportLocation? Location { get; init; }

    /// <summary>What it would do, in one word.</summary>
    [JsonConverter(typeof(SnakeCase<TrialStatus>))]
    public required TrialStatus Status { get; init; }

    /// <summary>Why it was not tried, or is undetermined; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>What its rows are: <c>spans</c>, or <c>rows</c> of runs and examples.</summary>
    public required string Unit { get; init; }

    /// <summary>The rows of its sample.</summary>
    public long Rows { get; init; }

    /// <summary>The rows that it selects.</summary>
    public long Selected { get; init; }

    /// <summary>The further rows that it may select, by what is not documented of the server; null if there are none.</summary>
    public long? InDoubt { get; init; }

    /// <summary>The rows that it selected as it was declared at the base; null if nothing is compared, or if it is not known.</summary>
    public long? SelectedAtBase { get; init; }

    /// <summary>Its filter; null without one.</summary>
    public ReportTrialFilter? Filter { get; init; }

    /// <summary>Its named filters, of the trace and session shape; null without them.</summary>
    public IReadOnlyList<ReportTrialFilter>? Filters { get; init; }

    /// <summary>How these go together, <c>A AND B</c>; null without them.</summary>
    public string? Expression { get; init; }

    /// <summary>Its evaluators; empty if nothing is selected.</summary>
    public required IReadOnlyList<ReportTrialEvaluator> Evaluators { get; init; }

    /// <summary>The share of the selected rows that are judged, 0 to 1; null if it is not known.</summary>
    public double? SamplingRate { get; init; }

    /// <summary>Whether a continuous task has no sampling rate, so that the number of calls is not known; null otherwise.</summary>
    public bool? WithoutRate { get; init; }

    /// <summary>
    /// How many judge calls the sample stands for: the judged rows of all evaluators, at the sampling rate; null if what is judged, or the rate, is
    /// not known.
    /// </summary>
    public double? Calls { get; init; }

    /// <summary>The judge calls a day, as an estimate; null if the task is not continuous, or the sample covers too little time.</summary>
    public double? CallsPerDay { get; init; }

    /// <summary>Their price a day; null if no price of a call is set.</summary>
    public double? PricePerDay { get; init; }

    /// <summary>The earliest time of its rows, in UTC, as <c>2026-11-20T10:00:00Z</c>; null if none has a time.</summary>
    public string? From { get; init; }

    /// <summary>The latest time of its rows, in UTC; null if none has a time.</summary>
    public string? To { get; init; }

    /// <summary>The index of the finding about it; null if there is none.</summary>
    public int? Finding { get; init; }

    /// <summary>Why that finding is a warning, where it is an error by default, such as that the sample is small; null otherwise.</summary>
    public string? Lowered { get; init; }
}

/// <summary>What a filter selected.</summary>
/// <param name="Text">The filter as it is declared, shortened if it is long.</param>
/// <param name="Rows">The rows that it was tried on.</param>
/// <param name="Selected">The rows that it selects.</param>
public sealed record ReportTrialFilter(string Text, long Rows, long Selected)
{
    /// <summary>The letter of a named filter; null for others.</summary>
    public string? Letter { get; init; }

    /// <summary>The further rows that it may select; null if there are none.</summary>
    public long? InDoubt { get; init; }

    /// <summary>What each of its terms selects alone; null if it has one.</summary>
    public IReadOnlyList<ReportTrialTerm>? Terms { get; init; }

    /// <summary>What explains the counts, each as a sentence; null if nothing does.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>A term of a filter.</summary>
/// <param name="Text">The term as it is declared, shortened if it is long.</param>
/// <param name="Rows">The rows that it selects, or may select, alone; null if it cannot be evaluated.</param>
public sealed record ReportTrialTerm(string Text, long? Rows = null);

/// <summary>What an evaluator would judge.</summary>
/// <param name="Name">Its name, or else what it is declared by.</param>
/// <param name="Unit">What it judges: <c>span</c>, <c>trace</c>, <c>session</c> or <c>row</c>.</param>
public sealed record ReportTrialEvaluator(string Name, [property: JsonConverter(typeof(SnakeCase<TrialUnit>))] TrialUnit Unit)
{
    /// <summary>What it would do, in one word.</summary>
    [JsonConverter(typeof(SnakeCase<TrialStatus>))]
    public required TrialStatus Status { get; init; }

    /// <summary>Why it is not known what it would judge; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The rows, traces or sessions that reach it.</summary>
    public long Rows { get; init; }

    /// <summary>How many of them are in doubt; null if none is.</summary>
    public long? InDoubt { get; init; }

    /// <summary>How many would certainly be judged; the others are dropped for a missing value, or in doubt.</summary>
    public long Judged { get; init; }

    /// <summary>How many more may be judged, by what is in doubt; null if none may.</summary>
    public long? JudgedInDoubt { get; init; }

    /// <summary>How many traces or sessions the sample has; null if it judges row by row.</summary>
    public long? Groups { get; init; }

    /// <summary>How many of the selected spans are in no trace or session, and so not judged; null if none is.</summary>
    public long? Ungrouped { get; init; }

    /// <summary>How many sessions it would judge, where it may judge sessions as well as traces; null where that is known.</summary>
    public long? JudgedBySession { get; init; }

    /// <summary>Its own filter; null without one.</summary>
    public ReportTrialFilter? Filter { get; init; }

    /// <summary>Its variables.</summary>
    public required IReadOnlyList<ReportTrialVariable> Variables { get; init; }

    /// <summary>The judge calls a day, as an estimate; null if they are not known.</summary>
    public double? CallsPerDay { get; init; }

    /// <summary>The index of the finding about it; null if there is none.</summary>
    public int? Finding { get; init; }

    /// <summary>Why that finding is a warning, where it is an error by default, such as that the sample is small; null otherwise.</summary>
    public string? Lowered { get; init; }
}

/// <summary>On how many rows a variable has a value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The path that it is mapped to; null without a mapping.</param>
/// <param name="Rows">The rows, traces or sessions with a value there; null if the path is not known.</param>
public sealed record ReportTrialVariable(string Name, string? Path = null, long? Rows = null)
{
    /// <summary>How many of these have an empty value; null if none has.</summary>
    public long? Empty { get; init; }

    /// <summary>Columns of the rows that lack the value, which may be meant; null if there are none.</summary>
    public IReadOnlyList<ReportTrialColumn>? Fitting { get; init; }
}

/// <summary>A column that may be meant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many of the rows that lack the value have it.</param>
public sealed record ReportTrialColumn(string Name, long Rows);
