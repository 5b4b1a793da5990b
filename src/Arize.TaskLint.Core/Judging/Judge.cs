using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Suppressions;

namespace Arize.TaskLint.Core.Judging;

/// <summary>
/// What becomes of the findings of the rules: each has its severity, suppressions accept some of them, and the baseline some of the rest.
/// </summary>
/// <param name="severities">Weighs.</param>
/// <param name="suppressions">What the declarations suppress.</param>
/// <param name="terms">What is known of the run.</param>
/// <param name="baseline">The baseline; null for none.</param>
public sealed class Judge(
    FindingSeverities severities, IReadOnlyList<Suppression> suppressions, SuppressionTerms terms, BaselineCheck? baseline = null)
{
    /// <summary>The findings, and those on suppressions and on the baseline, with what is accepted marked.</summary>
    /// <param name="findings">What the rules and the comparison say.</param>
    public IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings)
    {
        var marked = severities.Weigh(new SuppressionCheck(suppressions, terms).Apply(findings));
        return baseline is null ? marked : [.. baseline.Apply(marked), .. severities.Weigh([.. baseline.Unused()])];
    }
}
