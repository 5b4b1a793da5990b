using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2010: at a sampling rate of zero, nothing is judged.</summary>
public sealed class SamplingRateAboveZero() : Rule("ATL2010", Severity.Warning, "sampling_rate: 0 evaluates nothing")
{
    /// <inheritdoc/>
    public override bool ChecksLive => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.SamplingRate.Number == 0 && !task.IsOffProject)
            yield return ReportValue(task, task.SamplingRate, $"sampling_rate '{task.SamplingRate.Text}' evaluates nothing");
    }
}
