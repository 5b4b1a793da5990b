using System.Text.Json.Serialization;

namespace Arize.TaskLint.Reporting;

/// <summary>The counts of a run. Null means that the run does not determine the value, unlike zero.</summary>
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

    /// <summary>All live tasks of the spaces of the declared tasks; with --unmanaged, where they are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LiveTasks { get; init; }

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
