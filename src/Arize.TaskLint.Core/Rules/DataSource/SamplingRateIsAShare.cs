using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2004: a sampling rate is a share from 0 to 1; people write percentages.</summary>
public sealed class SamplingRateIsAShare() : Rule("ATL2004", Severity.Error, "sampling_rate outside 0 to 1")
{
    // Above it, a number is no share that was rounded, but may be a percentage.
    private const double RoundedOne = 1.001;

    /// <inheritdoc/>
    public override bool ChecksLive => true;

    /// <inheritdoc/>
    public override bool HasFix => true;

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        task.SamplingRate.Number is { } rate && !(rate >= TaskFields.SamplingRate.Minimum && rate <= TaskFields.SamplingRate.Maximum) && !task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var field = task.SamplingRate;
        var spec = TaskFields.SamplingRate;
        var rate = field.Number!.Value;
        var share = rate is > 1 and <= RoundedOne ? "1" : rate is > 1 and <= 100 ? FormattableString.Invariant($"{(decimal)rate / 100:0.##########}") : null;
        var advice = share is null ? "" : $"; did you mean {share}";
        yield return ReportValue(task, field, FormattableString.Invariant($"sampling_rate '{field.Text}' is not between {spec.Minimum} and {spec.Maximum}") + advice)
                .FixedBy(share is null ? null : new ReplaceScalar($"Write {share}", (ScalarNode)field.Node!, share, IsText: false));
    }
}
