using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>An evaluator that runs in whatever version is the latest.</summary>
/// <param name="Place">The place where the pin is missing.</param>
/// <param name="Called">The evaluator as messages name it.</param>
internal sealed record UnpinnedEvaluator(Place Place, FieldPath Path, string Called)
{
    /// <summary>The unpinned evaluators of a task. Those in which the key of a pin seems misspelt have another finding and are left out.</summary>
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
