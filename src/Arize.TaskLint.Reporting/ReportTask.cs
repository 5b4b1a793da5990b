using System.Text.Json;
using System.Text.Json.Serialization;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

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
