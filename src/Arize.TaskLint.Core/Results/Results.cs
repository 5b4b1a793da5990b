using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Results;

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

    /// <summary>Whether the declaration is that of the base, and nothing declares the task now.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether a part of the task could not be compared, whatever came of the rest.</summary>
    public bool HasGaps { get; init; }

    /// <summary>Whether all that the declaration names was compared, or there is nothing to compare it with.</summary>
    public bool IsDetermined => Status != SyncStatus.Undetermined && !HasGaps;
}

/// <summary>What a run found.</summary>
/// <param name="DeclaredTasks">How many tasks were read.</param>
/// <param name="Findings">What the rules say, in the order of files and places.</param>
/// <param name="Tasks">What came of each task; empty where nothing was compared.</param>
/// <param name="IsComparison">Whether the tasks were compared with live ones.</param>
public sealed record RunResult(int DeclaredTasks, IReadOnlyList<Finding> Findings, IReadOnlyList<TaskResult> Tasks, bool IsComparison)
{
    /// <summary>What could not be read, as messages: the result is that of the rest.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Whether all declarations were read, and all that was asked could be determined.</summary>
    public bool IsComplete =>
        Unreadable.Count == 0 && !HasUndetermined && Tasks.All(task => task.IsDetermined) && !Findings.Any(finding => finding.LosesDeclarations);

    /// <summary>Whether something could not be determined for want of access, a network or a whole snapshot: exit code 3.</summary>
    public bool HasUndetermined => Findings.Any(finding => finding.Rule.Traits.IsAlwaysTold);

    /// <summary>Whether the declarations were also compared with those at a base.</summary>
    public bool HasBase { get; init; }

    /// <summary>How many tasks have a status; null where the run does not determine that: what is not looked for is not zero.</summary>
    public int? Count(SyncStatus status) =>
        IsComparison
            && (status is SyncStatus.InSync or SyncStatus.Drifted or SyncStatus.Missing or SyncStatus.Undetermined
                || (HasBase && status is SyncStatus.Pending or SyncStatus.Conflict))
            ? Tasks.Count(task => task.Status == status)
            : null;

    /// <summary>How many findings are suppressed, of those that would be shown.</summary>
    public int Suppressed => Findings.Count(finding => finding.IsSuppressed && finding.Severity > Severity.None);

    /// <summary>How many findings that are not suppressed have a severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => !finding.IsSuppressed && finding.Severity == severity);
}
