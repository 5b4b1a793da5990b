using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2008: an experiment runs over the examples of a dataset.</summary>
public sealed class RunExperimentOnDataset()
    : TaskRule("ATL2008", Severity.Error, "A run_experiment task on a project", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment && task.DataSource == DataSources.Project;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        yield return ReportKey(task, task.Project.Field,
            $"a run_experiment task runs on a dataset; '{task.Project.Field.Spec!.Word}' has no place here");
    }
}
