using System.Text.Json.Serialization;
using Arize.TaskLint.Core;
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

    /// <summary>What the declarations were compared with; null if they were not compared.</summary>
    public ReportLive? Live { get; init; }

    /// <summary>The commit whose declarations are the third side; null if only two sides were compared.</summary>
    public ReportBase? Base { get; init; }

    /// <summary>The exit code of the run: 0 to 3; 130 or 143 if it was interrupted.</summary>
    public int ExitCode { get; init; }

    /// <summary>The lowest severity that fails the run; none if no severity does; null for a run without a result.</summary>
    [JsonConverter(typeof(SnakeCase<Severity>))]
    public Severity? FailOn { get; init; }

    /// <summary>Why there is no result, or why the result is that of a part of the input; null if neither is so.</summary>
    public string? Error { get; init; }

    /// <summary>The inputs that could not be read, as messages; null if all were read.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }

    /// <summary>The messages on standard error: for each file that could not be read, or why the run failed.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Failures => Unreadable ?? (Error is { } error ? [error] : []);

    /// <summary>The counts of the run.</summary>
    public required ReportSummary Summary { get; init; }

    /// <summary>The findings that are shown, in the order of files and places.</summary>
    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>The result of each task; empty if nothing was compared.</summary>
    public required IReadOnlyList<ReportTask> Tasks { get; init; }

    /// <summary>What came of trying the tasks on a sample; null if none was given.</summary>
    public ReportTry? Try { get; init; }

    /// <summary>The rules that the findings are of, in the order of their IDs; null if there is no finding.</summary>
    public IReadOnlyList<ReportRule>? Rules { get; init; }

    /// <summary>Whether the run ended with exit code 0: no finding fails it, and all was determined.</summary>
    [JsonIgnore]
    public bool IsClean => ExitCode == 0;

    /// <summary>Creates a report of a run without a result.</summary>
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
public sealed record ReportTool(string Name, string Version)
{
    /// <summary>This program.</summary>
    public static ReportTool This { get; } = new("tasklint", BuildInfo.Version);
}

/// <summary>The commit whose declarations are the third side of a comparison.</summary>
/// <param name="Ref">The commit as it was asked for, such as <c>origin/main</c>.</param>
/// <param name="Commit">The ID of the commit that was read: the one where the work tree left the history of <paramref name="Ref"/>.</param>
/// <param name="Tasks">The number of tasks that it declares.</param>
public sealed record ReportBase(string Ref, string Commit, int Tasks)
{
    /// <summary>The ID of the commit that <see cref="Ref"/> names; null if it is the same.</summary>
    public string? Tip { get; init; }
}

/// <summary>A rule with findings in the report.</summary>
/// <param name="Title">What it reports, in one sentence.</param>
/// <param name="DefaultSeverity">Its default severity.</param>
/// <param name="HelpUri">The address of its page; null without a public address.</param>
public sealed record ReportRule(
    string Id, string Title, [property: JsonConverter(typeof(SnakeCase<Severity>))] Severity DefaultSeverity, string? HelpUri = null);
