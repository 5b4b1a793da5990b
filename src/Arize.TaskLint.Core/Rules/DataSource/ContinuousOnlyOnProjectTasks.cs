using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2005: only a project has new spans to judge as they arrive.</summary>
public sealed class ContinuousOnlyOnProjectTasks()
    : TaskRule("ATL2005", Severity.Error, "is_continuous: true on a task that is not on a project",
        new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsContinuous.Boolean == true && task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        yield return ReportKey(task, task.IsContinuous,
            "'is_continuous: true' works on a project only, and this task is not on one; the API refuses it")
                .FixedBy(Removal.Of(task.View, task.IsContinuous));
    }
}
