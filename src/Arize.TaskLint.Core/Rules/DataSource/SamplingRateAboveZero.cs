using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2010: at a sampling rate of zero, nothing is judged.</summary>
public sealed class SamplingRateAboveZero()
    : TaskRule("ATL2010", Severity.Warning, "sampling_rate: 0 evaluates nothing", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.SamplingRate.Number == 0 && !task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        yield return ReportValue(task, task.SamplingRate,
            $"at sampling_rate '{task.SamplingRate.Text}' no span is judged; give a share above 0, up to 1");
    }
}
