using System.Text.Json.Serialization;
using Arize.TaskLint.Core.Results;

namespace Arize.TaskLint.Reporting;

/// <summary>The result of a task.</summary>
public sealed record ReportTask
{
    /// <summary>Its declared name; null if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The ID of the live task, or else the declared ID; null if neither is known.</summary>
    public string? Id { get; init; }

    /// <summary>The declared name, or else the ID, of the project whose spans it judges; null if there is none or it is not known.</summary>
    public string? Project { get; init; }

    /// <summary>The declared name, or else the ID, of the dataset that it reads; null if there is none or it is not known.</summary>
    public string? Dataset { get; init; }

    /// <summary>How the declaration and the live task compare.</summary>
    [JsonConverter(typeof(SnakeCase<SyncStatus>))]
    public required SyncStatus Status { get; init; }

    /// <summary>Why it is missing or undetermined, or which part of it was not compared; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether other tasks have the same reason, so that it is reported once; else null.</summary>
    public bool? SharedReason { get; init; }

    /// <summary>The index of the finding that reports its status; null if there is none.</summary>
    public int? Finding { get; init; }

    /// <summary>When the live task was last changed, in UTC, as <c>2026-11-20T10:00:00Z</c>; null if nothing differs, or it is not known.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>The request that would bring the live task back to the declaration; null if nothing differs that counts.</summary>
    public ReportUpdate? Update { get; init; }

    /// <summary>The place of the declaration.</summary>
    public ReportLocation? Location { get; init; }

    /// <summary>The differences, ignored ones included.</summary>
    public required IReadOnlyList<ReportChange> Changes { get; init; }
}
