using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>An evaluator that runs in whatever version is the latest.</summary>
/// <param name="Place">Where the pin should be.</param>
/// <param name="Called">The evaluator in the words of a message.</param>
internal sealed record UnpinnedEvaluator(Place Place, FieldPath Path, string Called)
{
    /// <summary>Those of a task; none where the key of a pin seems misspelt, which has a finding of its own.</summary>
    internal static IEnumerable<UnpinnedEvaluator> Of(TaskDeclaration task)
    {
        if (task.HasMisspelt(EvaluatorFields.EvaluatorVersionId))
            yield break;
        foreach (var evaluator in task.EvaluatorList)
        {
            var version = evaluator.Version;
            var isUnpinned = version.IsAbsent ? !task.IsPartial : version.SaysNone || (version.Text is { } text && string.IsNullOrWhiteSpace(text));
            if (!isUnpinned)
                continue;
            var name = evaluator.Evaluator.Field.ShownText is { } known ? $"the evaluator '{Excerpt.Of(known)}'" : "the evaluator";
            yield return new UnpinnedEvaluator(version.IsAbsent ? evaluator.View.Place : version.Head,
                evaluator.View.PathOf(EvaluatorFields.EvaluatorVersionId), name);
        }
    }
}
