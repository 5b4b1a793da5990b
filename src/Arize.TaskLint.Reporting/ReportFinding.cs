using System.Text.Json.Serialization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

/// <summary>A finding.</summary>
public sealed record ReportFinding
{
    // Details that only some formats contain are computed on demand: a report may have ten thousand findings.
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

    /// <summary>The problem, and the expected value.</summary>
    public required string Message { get; init; }

    /// <summary>The name, or else the ID, of its task; null if it is not about one.</summary>
    public string? Task { get; init; }

    /// <summary>The path of the field from the task; null if it is about the task or the file.</summary>
    public string? Path { get; init; }

    /// <summary>Its place; null if it has none.</summary>
    public ReportLocation? Location { get; init; }

    /// <summary>Further places that it is about, such as the other declaration of the same task.</summary>
    public IReadOnlyList<ReportLocation>? Related { get; init; }

    /// <summary>The line of the file; null if it cannot be shown.</summary>
    public ReportSource? Source
    {
        get => field ?? details?.Source;
        init;
    }

    /// <summary>How it is written, as a few lines of YAML.</summary>
    public string? Example { get; init; }

    /// <summary>Whether <c>lint --fix</c> ends it; null if that is not so, or was not determined.</summary>
    public bool? Fixable { get; init; }

    /// <summary>What <c>lint --fix</c> would change for this finding alone; null if nothing, or if it is changed only together with others.</summary>
    public ReportFix? Fix
    {
        get => field ?? details?.Fix;
        init;
    }

    /// <summary>Whether several tasks share the place, so that it does not show which of them is meant; otherwise null.</summary>
    public bool? SharedPlace { get; init; }

    /// <summary>The rule that the live task violates, if the finding is about that.</summary>
    public string? Breaks { get; init; }

    /// <summary>Whether the team accepts it: it is shown, and does not fail a run.</summary>
    public bool Suppressed { get; init; }

    /// <summary>How it is suppressed; null if it is not.</summary>
    public ReportSuppression? Suppression { get; init; }

    /// <summary>Identifies the finding independently of line numbers; null if it has no place.</summary>
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
/// <param name="StartColumn">The first column, in UTF-16 units.</param>
/// <param name="EndColumn">The column behind the last character.</param>
public sealed record ReportLocation(string File, int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>A change of a file that ends a finding.</summary>
/// <param name="Title">The title in an editor: an imperative without a full stop.</param>
/// <param name="Edits">The edits, all of them in the file as it was read; they do not overlap.</param>
public sealed record ReportFix(string Title, IReadOnlyList<ReportEdit> Edits);

/// <summary>A part of a file and its replacement.</summary>
/// <param name="Location">The part; it ends where it starts if text is inserted.</param>
/// <param name="NewText">The replacement.</param>
public sealed record ReportEdit(ReportLocation Location, string NewText);

/// <summary>A line of a file, or the part of a long line around a place.</summary>
/// <param name="Start">The start of the place in the text, from 0, in UTF-16 units.</param>
/// <param name="Length">The length of the place in the text.</param>
/// <param name="IsCut">Whether the line begins before the text; null if it does not.</param>
public sealed record ReportSource(string Text, int Start, int Length, bool? IsCut = null)
{
    /// <summary>The maximum length of the text, in UTF-16 units. A line that is longer is cut at its end too.</summary>
    public const int Longest = 240;
}

/// <summary>How a finding is suppressed.</summary>
/// <param name="Reason">The reason in the team's words; null if there is none.</param>
/// <param name="Until">The last day on which it counts, in UTC, as <c>2027-01-31</c>; null forever.</param>
public sealed record ReportSuppression(
    [property: JsonConverter(typeof(SnakeCase<AcceptanceKind>))] AcceptanceKind Kind, string? Reason = null, string? Until = null);
