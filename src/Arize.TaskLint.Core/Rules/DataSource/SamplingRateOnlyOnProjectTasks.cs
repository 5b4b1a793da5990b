using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2003: only the spans of a project are sampled.</summary>
public sealed class SamplingRateOnlyOnProjectTasks()
    : TaskRule("ATL2003", Severity.Error, "sampling_rate on a task that is not on a project", new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.SamplingRate is { IsGiven: true, IsUncertain: false } && task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        yield return ReportKey(task, task.SamplingRate, "'sampling_rate' works on a project only, and this task is not on one; the API refuses it")
                .FixedBy(Removal.Of(task.View, task.SamplingRate));
    }
}
