using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Trials;

namespace Arize.TaskLint.Core.Results;

/// <summary>The findings of a run, and the comparison of each task.</summary>
/// <param name="DeclaredTasks">How many tasks were read.</param>
/// <param name="Findings">The findings, in the order of files and places.</param>
/// <param name="Tasks">The result of each task; empty if nothing was compared.</param>
/// <param name="IsComparison">Whether the tasks were compared with live ones.</param>
public sealed record RunResult(int DeclaredTasks, IReadOnlyList<Finding> Findings, IReadOnlyList<TaskResult> Tasks, bool IsComparison)
{
    /// <summary>Messages about inputs that could not be read. The result covers the others.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Whether all declarations were read, and all that was asked could be determined.</summary>
    public bool IsComplete =>
        Unreadable.Count == 0 && !HasUndetermined && Tasks.All(task => task.IsDetermined) && !Findings.Any(finding => finding.LosesDeclarations);

    /// <summary>Whether something could not be determined because access, the network or a part of the snapshot is missing: exit code 3.</summary>
    public bool HasUndetermined => Findings.Any(finding => finding.Rule.Traits.IsAlwaysTold);

    /// <summary>Whether the declarations were also compared with those at a base.</summary>
    public bool HasBase { get; init; }

    /// <summary>What came of trying the tasks on a sample; null if none was given.</summary>
    public TrialResult? Trial { get; init; }

    /// <summary>The rules that ran because they were asked for; others of their kind did not.</summary>
    public IReadOnlyCollection<Rule> Requested { get; init; } = [];

    /// <summary>How many live tasks the spaces of the declared tasks have; null if that was not asked for, or is not known.</summary>
    public int? LiveTasks { get; init; }

    /// <summary>The number of tasks with a status; null if the run does not determine it, which is not the same as zero.</summary>
    public int? Count(SyncStatus status) =>
        IsComparison
            && (status is SyncStatus.InSync or SyncStatus.Drifted or SyncStatus.Missing or SyncStatus.Undetermined
                || (HasBase && status is SyncStatus.Pending or SyncStatus.Conflict)
                || (LiveTasks is not null && status == SyncStatus.Unmanaged))
            ? Tasks.Count(task => task.Status == status)
            : null;

    /// <summary>The number of findings that are suppressed and would otherwise be shown.</summary>
    public int Suppressed => Findings.Count(finding => finding.IsSuppressed && finding.Severity > Severity.None);

    /// <summary>The number of findings with a severity that are not suppressed.</summary>
    public int Count(Severity severity) => Findings.Count(finding => !finding.IsSuppressed && finding.Severity == severity);
}
