using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Results;

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

    /// <summary>How many tasks have a status; null where the run does not determine that: what is not looked for is not zero.</summary>
    public int? Count(SyncStatus status) =>
        IsComparison && status is (SyncStatus.InSync or SyncStatus.Drifted or SyncStatus.Missing or SyncStatus.Undetermined)
            ? Tasks.Count(task => task.Status == status)
            : null;

    /// <summary>How many findings are suppressed, of those that would be shown.</summary>
    public int Suppressed => Findings.Count(finding => finding.IsSuppressed && finding.Severity > Severity.None);

    /// <summary>How many findings that are not suppressed have a severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => !finding.IsSuppressed && finding.Severity == severity);
}
