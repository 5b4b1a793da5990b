using System.Globalization;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Runs the rules that need to know the evaluators of the declared tasks.</summary>
/// <param name="isOn">Whether a rule is wanted.</param>
public sealed class EvaluatorCheck(Func<Rule, bool> isOn)
{
    private const string WayOut = "to check without evaluators, use --skip ATL3xxx, or 'evaluators: false' in tasklint.yaml";
    private const string WayOutOfTrial = "to try the declared mappings alone, use 'evaluators: false' in tasklint.yaml";
    private const int MostNamed = 3;

    private readonly EvaluatorRule[] rules = [.. RuleCatalogue.All.OfType<EvaluatorRule>().Where(rule => isOn(rule))];

    /// <summary>Whether any such rule is wanted; if none is, evaluators need not be asked for.</summary>
    public bool IsWanted => rules.Length > 0;

    /// <summary>Whether the evaluators are read because their tasks are tried, whatever rules are wanted.</summary>
    public bool IsForTrial { get; init; }

    /// <summary>What there is to say.</summary>
    /// <param name="evaluators">The evaluators that the tasks refer to, with what was found of them.</param>
    public IReadOnlyList<Finding> Check(IReadOnlyList<AttachedEvaluator> evaluators)
    {
        var findings = new List<Finding>();
        var shared = new SharedFindings();
        foreach (var group in evaluators.GroupBy(evaluator => evaluator.Reference.Task))
        {
            foreach (var evaluator in group)
                ReportName(evaluator, shared);
            var attached = Once(group);
            foreach (var rule in rules)
            {
                foreach (var finding in rule.Check(group.Key, attached))
                {
                    if (rule.IsAboutEvaluator)
                        shared.Add(group.Key, finding);
                    else
                        findings.Add(finding);
                }
            }
        }

        return [.. findings, .. shared.All, .. Unreadable(evaluators)];
    }

    private static void ReportName(AttachedEvaluator evaluator, SharedFindings shared)
    {
        var reference = evaluator.Reference;
        var field = reference.Declared.Evaluator.Field;
        if (evaluator.Answer is EvaluatorAnswer.Ambiguous { Ids: var ids })
        {
            var fitting = $"the name '{reference.Label}' fits {ids.Count} evaluators";
            shared.Add(reference.Task, NameFitsOne.Rule.Report(reference.Task, field.Head, field.Path, fitting, ids));
        }
        else if (evaluator.Answer is EvaluatorAnswer.NoSuchName { Reason: var reason })
        {
            shared.Add(reference.Task, NamedResourceExists.Rule.Report(reference.Task, field.Head, field.Path, reason));
        }
    }

    // One cause, one finding, however many evaluators and tasks it concerns.
    private IEnumerable<Finding> Unreadable(IReadOnlyList<AttachedEvaluator> evaluators)
    {
        foreach (var group in evaluators.Where(one => one.Unread is not null).GroupBy(one => one.Unread!))
        {
            var first = group.First().Reference;
            var field = first.Declared.Evaluator.Field;
            var labels = group.Select(one => one.Reference)
                .GroupBy(one => one.Id ?? one.Name!, StringComparer.Ordinal)
                .Select(one => one.First().LiveLabel)
                .ToList();
            var named = string.Join(", ", labels.Take(MostNamed).Select(label => $"'{label}'")) + (labels.Count > MostNamed ? " …" : "");
            var count = labels.Count.ToString(CultureInfo.InvariantCulture);
            var what = labels.Count == 1
                ? $"the evaluator '{labels[0]}' cannot be read, so what depends on it is not checked"
                : $"{count} evaluators cannot be read ({named}), so what depends on them is not checked";
            yield return Determined.Rule.Report(
                first.Task, field.Head, field.Path, $"{what}: {group.Key.Reason}; {(IsForTrial ? WayOutOfTrial : WayOut)}");
        }
    }

    // An evaluator that is attached twice breaks a rule of its own; to the others it is one.
    private static List<AttachedEvaluator> Once(IEnumerable<AttachedEvaluator> evaluators)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. evaluators.Where(evaluator => seen.Add(evaluator.Evaluator?.Id ?? evaluator.Reference.Id ?? evaluator.Reference.Name!))];
    }
}
