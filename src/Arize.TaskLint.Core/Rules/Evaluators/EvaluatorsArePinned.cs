using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3004: a continuous task whose results change meaning when somebody saves a new version of an evaluator.</summary>
public sealed class EvaluatorsArePinned() : Rule("ATL3004", Severity.Silent, "A continuous task runs an evaluator that is not pinned to a version")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsContinuous.Boolean == true && !task.IsRunExperiment && !task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.HasMisspelt(EvaluatorFields.EvaluatorVersionId))
            yield break;
        var position = 0;
        foreach (var evaluator in task.EvaluatorList)
        {
            var key = FieldPath.KeyOf(TaskFields.Evaluators, evaluator.View) ?? position.ToString(CultureInfo.InvariantCulture);
            position++;
            var version = evaluator.Version;
            var isUnpinned = version.IsAbsent ? !task.IsPartial : version.SaysNone || (version.Text is { } text && string.IsNullOrWhiteSpace(text));
            if (!isUnpinned)
                continue;
            var name = evaluator.Evaluator.Field.Text is { } known ? $"the evaluator '{Excerpt.Of(known)}'" : "the evaluator";
            yield return Report(task, version.IsAbsent ? evaluator.View.Place : version.Head, $"evaluators[{key}].{EvaluatorFields.EvaluatorVersionId.Name}",
                $"{name} is not pinned to a version, so a new version changes what this continuous task measures");
        }
    }
}
