using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Results;

/// <summary>What came of one task.</summary>
/// <param name="Task">The declaration.</param>
/// <param name="Status">How it stands to the live task.</param>
/// <param name="LiveId">The live task's ID, or null where there is none.</param>
/// <param name="Changes">What differs, what is ignored included.</param>
/// <param name="Reason">Why the status is missing or undetermined, or why a part was not compared; else null.</param>
public sealed record TaskResult(TaskDeclaration Task, SyncStatus Status, string? LiveId, IReadOnlyList<Change> Changes, string? Reason = null)
{
    /// <summary>Whether the reason is shared by tasks and told once for all of them.</summary>
    public bool IsReasonShared { get; init; }

    /// <summary>Whether a part of the task could not be compared, whatever came of the rest.</summary>
    public bool HasGaps { get; init; }

    /// <summary>Whether all that the declaration names was compared, or there is nothing to compare it with.</summary>
    public bool IsDetermined => Status != SyncStatus.Undetermined && !HasGaps;
}

/// <summary>How a declared task and its live task stand to each other.</summary>
public enum SyncStatus
{
    /// <summary>Nothing that is managed differs, but for what is ignored.</summary>
    InSync,

    /// <summary>Something differs.</summary>
    Drifted,

    /// <summary>The declaration changed, and the live task is still as the base declared it.</summary>
    Pending,

    /// <summary>Both the declaration and the live task changed since the base.</summary>
    Conflict,

    /// <summary>There is no such live task, or the key cannot see it.</summary>
    Missing,

    /// <summary>A live task that nothing declares.</summary>
    Unmanaged,

    /// <summary>It cannot be told.</summary>
    Undetermined,
}
