using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.DataSource;

/// <summary>ATL2004: a sampling rate is a share from 0 to 1; percentages are a common mistake.</summary>
public sealed class SamplingRateIsAShare()
    : TaskRule("ATL2004", Severity.Error, "sampling_rate outside 0 to 1", new RuleTraits { ChecksLive = true, HasFix = true })
{
    // Above it, a number is no share that was rounded, but may be a percentage.
    private const double RoundedOne = 1.001;
    private const double RoundedZero = 0.001;

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        (task.SamplingRate.Number is { } rate ? IsOutside(rate) : task.SamplingRate.Matcher is not null) && !task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var spec = TaskFields.SamplingRate;
        foreach (var declared in DeclaredValue.Of(task.SamplingRate))
        {
            if (declared.Number is not { } rate || !IsOutside(rate))
                continue;
            var share = ShareMeant(rate);
            var advice = share is null ? "" : $"; did you mean {share}";
            yield return Report(task, declared.Value.Place, declared.PathIn(task.SamplingRate),
                FormattableString.Invariant($"{declared.SubjectOf(spec)} is not between {spec.Minimum} and {spec.Maximum}") + advice)
                .FixedBy(share is null
                    ? null : new ReplaceScalar($"Write {share}", declared.Value, share, IsText: false) { NeedsDecision = !IsCertain(rate) });
        }
    }

    private static bool IsOutside(double rate) => !(rate >= TaskFields.SamplingRate.Minimum && rate <= TaskFields.SamplingRate.Maximum);

    // 1.1 and 1.5 may be slips of the pen for a share; a whole number is a percentage.
    private static bool IsCertain(double rate) => rate <= RoundedOne || (rate >= 2 && Math.Floor(rate) == rate);

    private static string? ShareMeant(double rate) =>
        rate is > 1 and <= RoundedOne ? "1"
        : rate is < 0 and >= -RoundedZero ? "0"
        : rate is > 1 and <= 100 ? FormattableString.Invariant($"{(decimal)rate / 100:0.##########}")
        : null;
}
