using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Rules.Live;

namespace Arize.TaskLint.Core.Rules;

/// <summary>Runs the rules that need to know the evaluators of the declared tasks.</summary>
/// <param name="isOn">Whether a rule is wanted.</param>
public sealed class EvaluatorCheck(Func<Rule, bool> isOn)
{
    private readonly EvaluatorRule[] rules = [.. RuleCatalogue.All.OfType<EvaluatorRule>().Where(rule => isOn(rule))];
    private readonly HashSet<LiveFailure> told = [];

    /// <summary>Whether any such rule is wanted; if none is, evaluators need not be asked for.</summary>
    public bool IsWanted => rules.Length > 0;

    /// <summary>What there is to say.</summary>
    /// <param name="evaluators">The evaluators that the tasks refer to, with what was found of them.</param>
    public IReadOnlyList<Finding> Check(IReadOnlyList<AttachedEvaluator> evaluators)
    {
        var findings = new List<Finding>();
        foreach (var group in evaluators.GroupBy(evaluator => evaluator.Reference.Task))
        {
            foreach (var evaluator in group)
            {
                if (Unreadable(evaluator) is { } finding)
                    findings.Add(finding);
            }

            var attached = Once(group);
            findings.AddRange(rules.SelectMany(rule => rule.Check(group.Key, attached)));
        }

        return findings;
    }

    private Finding? Unreadable(AttachedEvaluator evaluator)
    {
        var reference = evaluator.Reference;
        var field = reference.Declared.Evaluator.Field;
        var path = EvaluatorRule.PathTo(reference).To(field.Spec!.Name);
        return evaluator.Answer switch
        {
            EvaluatorAnswer.Undetermined { Cause: var cause } when told.Add(cause) => Determined.Rule.Report(
                reference.Task, field.Head, path, $"the evaluator '{reference.Label}' cannot be read, so what depends on it is not checked: {cause.Reason}"),
            EvaluatorAnswer.Ambiguous { Ids: var ids } => NameFitsOne.Rule.Report(
                reference.Task, field.Head, path, $"the name '{reference.Label}' fits {ids.Count} evaluators", ids),
            _ => null,
        };
    }

    // An evaluator that is attached twice breaks a rule of its own; to the others it is one.
    private static List<AttachedEvaluator> Once(IEnumerable<AttachedEvaluator> evaluators)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. evaluators.Where(evaluator => seen.Add(evaluator.Evaluator?.Id ?? evaluator.Reference.Id ?? evaluator.Reference.Name!))];
    }
}
