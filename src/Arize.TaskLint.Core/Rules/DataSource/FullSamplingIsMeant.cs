using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2011: every span of a project is judged, and every judgement is paid for.</summary>
public sealed class FullSamplingIsMeant() : TaskRule("ATL2011", Severity.Suggestion, "Continuous at full sampling without a filter")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsPartial && task.IsContinuous.Boolean == true && task.SamplingRate.Number == 1 && task.DataSource == DataSources.Project;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (!task.MayBeFiltered)
            yield return ReportValue(task, task.SamplingRate,
                "every span of the project is judged, and paid for: continuous, sampling_rate 1 and no query_filter");
    }
}
