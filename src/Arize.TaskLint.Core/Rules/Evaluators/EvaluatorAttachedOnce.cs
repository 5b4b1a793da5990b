using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3003: one evaluator attached twice; the API refuses it.</summary>
public sealed class EvaluatorAttachedOnce()
    : TaskRule("ATL3003", Severity.Error, "One evaluator attached twice", new RuleTraits { ChecksLive = true, HasFix = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => !task.IsRunExperiment && task.Evaluators.Objects.Count > 1;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var seen = new Dictionary<(FieldSpec, string), MappingNode>();
        Dictionary<Node, int>? positions = null;
        foreach (var evaluator in task.EvaluatorList)
        {
            var reference = evaluator.Evaluator.Field;
            if (reference.Text is not { } text)
                continue;
            if (!seen.TryGetValue((reference.Spec!, text), out var first))
            {
                seen.Add((reference.Spec!, text), evaluator.View.Node);
                continue;
            }

            yield return Report(task, reference.Place, reference.Path,
                $"the evaluator '{Excerpt.Of(reference.ShownText!)}' is attached already; the API refuses one evaluator twice")
                .FixedBy(FixOf(task, reference.ShownText!, first, evaluator.View.Node, ref positions));
        }
    }

    private static RemoveItem? FixOf(
        TaskDeclaration task, string reference, MappingNode first, MappingNode again, ref Dictionary<Node, int>? positions)
    {
        // Two placeholders will probably not get the same evaluator. For two with different settings, only their author knows which is meant.
        if (task.Evaluators.Node is not ListNode list || FillIn.IsLeft(reference) || !NodeContent.Same(first, again))
            return null;
        positions ??= PositionsIn(list);
        return new RemoveItem($"Remove the second '{Excerpt.Of(reference)}'", list, positions[again]);
    }

    private static Dictionary<Node, int> PositionsIn(ListNode list)
    {
        var positions = new Dictionary<Node, int>();
        for (var i = 0; i < list.Items.Count; i++)
            positions[list.Items[i]] = i;
        return positions;
    }
}
