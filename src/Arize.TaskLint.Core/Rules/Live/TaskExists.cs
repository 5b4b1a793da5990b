using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Live;

/// <summary>ATL7002: the declared task does not exist, or the key cannot see it; the API answers both alike.</summary>
public sealed class TaskExists : LiveRule
{
    private TaskExists()
        : base("ATL7002", Severity.Error, "The declared task does not exist, or this key cannot see it",
            new RuleTraits { SnapshotSeverity = Severity.Warning })
    {
    }

    public static TaskExists Rule { get; } = new();

    /// <summary>The finding of one missing task.</summary>
    internal Finding Report(TaskDeclaration task, LiveAnswer.Missing missing) =>
        Report(task, task.Place, null, $"the task '{LongName.Of(task.Label ?? "")}' is {missing.Reason}") with { IsTaskStatus = true };

    /// <summary>The finding if none of the declared tasks exists.</summary>
    internal Finding ReportNone(int count, LiveAnswer.Missing missing) => new(this, Place.None, missing.IsSaved
        ? $"none of the {count} declared tasks is {missing.Where}; is it the right snapshot"
        : $"none of the {count} declared tasks is {missing.Where}, or this key cannot see them; check the key, the region and the space");
}
