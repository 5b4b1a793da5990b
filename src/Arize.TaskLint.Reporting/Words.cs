using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting;

/// <summary>The words of the result format for the values of enums.</summary>
public static class Words
{
    /// <summary>The word of a severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Suggestion => "suggestion",
        Severity.Silent => "silent",
        _ => "none",
    };

    /// <summary>The word of a status.</summary>
    public static string Of(SyncStatus status) => status switch
    {
        SyncStatus.InSync => "in_sync",
        SyncStatus.Drifted => "drifted",
        SyncStatus.Pending => "pending",
        SyncStatus.Conflict => "conflict",
        SyncStatus.Missing => "missing",
        SyncStatus.Unmanaged => "unmanaged",
        _ => "undetermined",
    };

    /// <summary>The word of the status of a change.</summary>
    public static string Of(ChangeStatus status) => Of(status switch
    {
        ChangeStatus.Pending => SyncStatus.Pending,
        ChangeStatus.Conflict => SyncStatus.Conflict,
        _ => SyncStatus.Drifted,
    });

    /// <summary>The word of a kind of change.</summary>
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };
}
