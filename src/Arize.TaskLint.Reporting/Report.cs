using System.Text.Json;
using System.Text.Json.Serialization;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

/// <summary>
/// The result of a run as a flat document: each output format is a function of it, and the JSON format is its serialisation. It holds no
/// secret, and no value of a variable.
/// </summary>
public sealed record Report
{
    /// <summary>The version of the form. A new member does not change it.</summary>
    public const string Version = "1.0";

    /// <summary>The version of the form: <see cref="Version"/>.</summary>
    public required string FormatVersion { get; init; }

    /// <summary>The program that made the report.</summary>
    public required ReportTool Tool { get; init; }

    /// <summary>Whether everything that was asked for was read and determined.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether the tasks were compared with live ones.</summary>
    public bool Compared { get; init; }

    /// <summary>The commit whose declarations are the third side; null where only two sides were compared.</summary>
    public ReportBase? Base { get; init; }

    /// <summary>The exit code of the run: 0 to 3; 130 or 143 where it was interrupted.</summary>
    public int ExitCode { get; init; }

    /// <summary>Why there is no result, or why the result is that of a part of the input; null where neither is so.</summary>
    public string? Error { get; init; }

    /// <summary>The inputs that could not be read, as messages; null where all were read.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }

    /// <summary>What is said on standard error beside the report: each file that could not be read, or why nothing was done.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Failures => Unreadable ?? (Error is { } error ? [error] : []);

    /// <summary>What was counted.</summary>
    public required ReportSummary Summary { get; init; }

    /// <summary>The findings that are shown, in the order of files and places.</summary>
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>The result of each task; empty where nothing was compared.</summary>
    public required IReadOnlyList<ReportTask> Tasks { get; init; }

    /// <summary>The rules that the findings are of, in the order of their IDs; null where there is no finding.</summary>
    public IReadOnlyList<ReportRule>? Rules { get; init; }

    /// <summary>Whether the run ended with exit code 0: no finding fails it, and all was determined.</summary>
    [JsonIgnore]
    public bool IsClean => ExitCode == 0;

    /// <summary>A report that has no result.</summary>
    /// <param name="error">Why there is none.</param>
    /// <param name="exitCode">The exit code of the run.</param>
    public static Report Failure(string error, int exitCode) => new()
    {
        FormatVersion = Version,
        Tool = ReportTool.This,
        Complete = false,
        ExitCode = exitCode,
        Error = error,
        Summary = new ReportSummary(),
        Findings = [],
        Tasks = [],
    };
}

/// <summary>The program that made a report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record ReportTool(string Name, string Version)
{
    /// <summary>This program.</summary>
    public static ReportTool This { get; } = new("tasklint", BuildInfo.Version);
}

/// <summary>The commit whose declarations are the third side of a comparison.</summary>
/// <param name="Ref">The commit as it was asked for, such as <c>origin/main</c>.</param>
/// <param name="Commit">Its ID.</param>
/// <param name="Tasks">How many tasks it declares.</param>
public sealed record ReportBase(string Ref, string Commit, int Tasks);

/// <summary>What was counted in a run. Null is what the run does not determine, which is not the same as zero.</summary>
public sealed record ReportSummary
{
    /// <summary>The declared tasks.</summary>
    public int Tasks { get; init; }

    /// <summary>The tasks that are as declared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? InSync { get; init; }

    /// <summary>The tasks that differ from their declarations.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Drifted { get; init; }

    /// <summary>The tasks whose declaration changed since the base, while the live task did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Pending { get; init; }

    /// <summary>The tasks that changed on both sides since the base.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Conflict { get; init; }

    /// <summary>The declared tasks that do not exist, or that the key cannot see.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Missing { get; init; }

    /// <summary>The live tasks that nothing declares.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Unmanaged { get; init; }

    /// <summary>The tasks whose status could not be determined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Undetermined { get; init; }

    /// <summary>The findings of severity error that are not suppressed, drift included.</summary>
    public int Errors { get; init; }

    /// <summary>The findings of severity warning that are not suppressed.</summary>
    public int Warnings { get; init; }

    /// <summary>The findings of severity suggestion that are not suppressed.</summary>
    public int Suggestions { get; init; }

    /// <summary>The findings of severity silent that are shown and not suppressed.</summary>
    public int Silent { get; init; }

    /// <summary>The findings that are suppressed.</summary>
    public int Suppressed { get; init; }
}

/// <summary>A finding.</summary>
public sealed record ReportFinding
{
    // What only some formats show is made when one asks for it: a report may have ten thousand findings.
    private readonly ReportDetails? details;

    /// <summary>A finding with all its members.</summary>
    public ReportFinding()
    {
    }

    /// <summary>A finding whose source and fingerprint are made when they are asked for.</summary>
    internal ReportFinding(ReportDetails details) => this.details = details;

    /// <summary>The ID of its rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Its severity in this run.</summary>
    [JsonConverter(typeof(SnakeCase<Severity>))]
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, and what is expected.</summary>
    public required string Message { get; init; }

    /// <summary>The name, or else the ID, of its task; null where it is not about one.</summary>
    public string? Task { get; init; }

    /// <summary>The path of the field from the task; null where it is about the task or the file.</summary>
    public string? Path { get; init; }

    /// <summary>Where it is; null where it has no place.</summary>
    public ReportLocation? Location { get; init; }

    /// <summary>Further places that it is about, such as the other declaration of the same task.</summary>
    public IReadOnlyList<ReportLocation>? Related { get; init; }

    /// <summary>The line of the file; null where it cannot be shown.</summary>
    public ReportSource? Source
    {
        get => field ?? details?.Source;
        init;
    }

    /// <summary>How it is written, as a few lines of YAML.</summary>
    public string? Example { get; init; }

    /// <summary>Whether <c>lint --fix</c> ends it; null where that is not so, or was not determined.</summary>
    public bool? Fixable { get; init; }

    /// <summary>Whether the place serves several tasks, so that the place alone does not tell which of them is meant; else null.</summary>
    public bool? SharedPlace { get; init; }

    /// <summary>The rule that the live task breaks, where that is what was found.</summary>
    public string? Breaks { get; init; }

    /// <summary>Whether the team accepts it: it is shown, and does not fail a run.</summary>
    public bool Suppressed { get; init; }

    /// <summary>How it is suppressed; null where it is not.</summary>
    public ReportSuppression? Suppression { get; init; }

    /// <summary>What tells it from others, whatever lines it is on; null where it has no place.</summary>
    public string? Fingerprint
    {
        get => field ?? details?.Fingerprint;
        init;
    }

    /// <summary>The address of the rule's page; null without a public address.</summary>
    public string? HelpUri { get; init; }
}

/// <summary>A range in a file. Lines and columns count from 1; the end is exclusive.</summary>
/// <param name="File">The file, relative to the working directory, with <c>/</c>.</param>
/// <param name="StartLine">The first line.</param>
/// <param name="StartColumn">The first column, in UTF-16 units.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the last character.</param>
public sealed record ReportLocation(string File, int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>A line of a file, or the part of a long line around a place.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">Where the place starts in the text, from 0, in UTF-16 units.</param>
/// <param name="Length">How long the place is in the text.</param>
/// <param name="IsCut">Whether the line begins before the text; null where it does not.</param>
public sealed record ReportSource(string Text, int Start, int Length, bool? IsCut = null);

/// <summary>How a finding is suppressed.</summary>
/// <param name="Kind">Where.</param>
/// <param name="Reason">Why, in the team's words; null where nobody gives a reason.</param>
/// <param name="Until">The last day on which it counts, in UTC, as <c>2027-01-31</c>; null for ever.</param>
public sealed record ReportSuppression(
    [property: JsonConverter(typeof(SnakeCase<AcceptanceKind>))] AcceptanceKind Kind, string? Reason = null, string? Until = null);

/// <summary>The result of a task.</summary>
public sealed record ReportTask
{
    /// <summary>Its declared name; null where it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The ID of the live task, or else the declared ID; null where neither is known.</summary>
    public string? Id { get; init; }

    /// <summary>How the declaration and the live task compare.</summary>
    [JsonConverter(typeof(SnakeCase<SyncStatus>))]
    public required SyncStatus Status { get; init; }

    /// <summary>Why it is missing or undetermined; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether other tasks have the same reason, so that it is reported once; else null.</summary>
    public bool? SharedReason { get; init; }

    /// <summary>The position, in the list of findings, of the finding that is its status; null where there is none.</summary>
    public int? Finding { get; init; }

    /// <summary>Where it is declared.</summary>
    public ReportLocation? Location { get; init; }

    /// <summary>The differences, ignored ones included.</summary>
    public required IReadOnlyList<ReportChange> Changes { get; init; }
}

/// <summary>A difference between a declaration and its live task.</summary>
public sealed record ReportChange
{
    /// <summary>The path from the task; entries of lists by their key.</summary>
    public required string Path { get; init; }

    /// <summary>The path with names in place of IDs; null where it is the same.</summary>
    public string? DisplayPath { get; init; }

    /// <summary>The declared value; null where there is none. A variable is shown as it is written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Declared { get; init; }

    /// <summary>The live value; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Live { get; init; }

    /// <summary>Which side moved since the base; null where there is no base.</summary>
    [JsonConverter(typeof(SnakeCase<ChangeStatus>))]
    public ChangeStatus? Status { get; init; }

    /// <summary>The value at the base; null where the base has none, or it is not known, or there is no base.</summary>
    public JsonElement? Base { get; init; }

    /// <summary>The value at the base in a line of text; null where there is none.</summary>
    public string? BaseText { get; init; }

    /// <summary>The declared value in a line of text; it differs from <see cref="LiveText"/> in what can be seen.</summary>
    public required string DeclaredText { get; init; }

    /// <summary>The live value in a line of text.</summary>
    public required string LiveText { get; init; }

    /// <summary>Which side has a value.</summary>
    [JsonConverter(typeof(SnakeCase<ChangeKind>))]
    public required ChangeKind Kind { get; init; }

    /// <summary>Whether the API cannot change the field, so that the task must be created again.</summary>
    public required bool RequiresRecreate { get; init; }

    /// <summary>Whether an <c>ignore</c> entry accepts it.</summary>
    public required bool Ignored { get; init; }

    /// <summary>The <c>ignore</c> entry that accepts it; null where there is none.</summary>
    public ReportIgnore? IgnoredBy { get; init; }

    /// <summary>For a filter, the terms in which both sides differ, where they say more than the two values.</summary>
    public IReadOnlyList<ReportTerm>? Terms { get; init; }

    /// <summary>What explains the difference where the two values do not.</summary>
    public string? Explanation { get; init; }

    /// <summary>What the difference means to the team, such as <c>10× the judge calls</c>.</summary>
    public string? Consequence { get; init; }

    /// <summary>The position of its finding in the list of findings; null where that is not shown.</summary>
    public int? Finding { get; init; }

    /// <summary>Where the declared value is.</summary>
    public ReportLocation? Location { get; init; }
}

/// <summary>An entry of <c>ignore</c>.</summary>
/// <param name="Reason">Why, in the team's words.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Until">The last day on which it counts, in UTC.</param>
public sealed record ReportIgnore(string? Reason = null, string? Owner = null, string? Until = null);

/// <summary>A term of a filter in which both sides differ.</summary>
/// <param name="Kind">Which side has it.</param>
/// <param name="Declared">The declared term; null where there is none.</param>
/// <param name="Live">The live term; null where there is none.</param>
public sealed record ReportTerm(
    [property: JsonConverter(typeof(SnakeCase<ChangeKind>))] ChangeKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Declared = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Live = null);

/// <summary>A rule that a report has findings of.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Title">What it reports, in one sentence.</param>
/// <param name="DefaultSeverity">Its severity where nobody sets another.</param>
/// <param name="HelpUri">The address of its page; null without a public address.</param>
public sealed record ReportRule(
    string Id, string Title, [property: JsonConverter(typeof(SnakeCase<Severity>))] Severity DefaultSeverity, string? HelpUri = null);
