using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2002: a task reads from a project or from a dataset, never from both.</summary>
public sealed class OneDataSource() : TaskRule("ATL2002", Severity.Error, "Both a project and a dataset", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.DataSource == DataSources.Both;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var (project, dataset) = (task.Project.Field, task.Dataset.Field);
        var second = dataset.KeyPlace.Start >= project.KeyPlace.Start ? dataset : project;
        yield return ReportKey(task, second,
            $"the task has both '{project.Spec!.Word}' and '{dataset.Spec!.Word}'; it can read from one of them only");
    }
}
