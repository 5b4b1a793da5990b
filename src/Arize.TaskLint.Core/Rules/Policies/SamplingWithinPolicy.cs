using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Policies;

/// <summary>ATL8001: a continuous task samples more than the team allows.</summary>
public sealed class SamplingWithinPolicy()
    : PolicyRule("ATL8001", PolicyFields.MaxSamplingRate, "sampling_rate of a continuous task above the policy's maximum")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsContinuous.Boolean == true && task.SamplingRate.IsGiven;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, Policy policy)
    {
        var most = policy[Field].Number!.Value;
        if (LeastOf(task.SamplingRate) is not { } least || least <= most || PlainScalar.SameNumber(least, most))
            yield break;
        var subject = task.SamplingRate.ShownText is { } written
            ? $"sampling_rate '{Excerpt.Of(written)}' of a continuous task is"
            : $"every sampling_rate that fits is";
        yield return ReportValue(task, task.SamplingRate, $"{subject} above {Shown(policy, most)}, the most that {Asked(policy)} allows");
    }

    private string Shown(Policy policy, double most) =>
        policy[Field].Node is ScalarNode { IsFilled: true } filled ? Excerpt.Of(filled.ShownText) : most.ToString("R", CultureInfo.InvariantCulture);

    // Of a matcher only the least that fits counts: the live task may have any.
    private static double? LeastOf(FieldValue rate)
    {
        if (rate.Matcher is not { } matcher)
            return rate.Number;
        var choices = matcher[MatcherFields.OneOf];
        if (matcher[MatcherFields.Min].Number is { } least)
            return least;
        if (!choices.IsKnown || choices.Items.Count == 0)
            return null;
        double? smallest = null;
        foreach (var choice in choices.Items)
        {
            if (choice is not ScalarNode { Unknown: null } scalar || !PlainScalar.TryNumber(scalar.Text, out var number))
                return null;
            smallest = smallest is { } other && other < number ? other : number;
        }

        return smallest;
    }
}
