using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3007: a mapping without a variable or without a column; every row would be dropped in silence.</summary>
public sealed class MappingsAreFilled() : TaskRule("ATL3007", Severity.Error, "An empty mapping key or value", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        task.IsRunExperiment || task.EvaluatorList.Any(evaluator => HasGap(evaluator.ColumnMappings));

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is { } run)
            return CheckMapping(task, TaskFields.RunConfiguration, null, run.View[RunConfigurationFields.ColumnMapping]);
        return task.IsRunExperiment ? [] : task.EvaluatorList.SelectMany((evaluator, i) => CheckMapping(
            task,
            TaskFields.Evaluators,
            FieldPath.KeyOf(TaskFields.Evaluators, evaluator.View) ?? i.ToString(CultureInfo.InvariantCulture),
            evaluator.ColumnMappings));
    }

    private IEnumerable<Finding> CheckMapping(TaskDeclaration task, FieldSpec parent, string? item, FieldValue mapping)
    {
        foreach (var (key, value) in mapping.Entries)
        {
            if (string.IsNullOrWhiteSpace(key.Text))
            {
                yield return Report(task, key.Place, PathOf(parent, item, mapping, null), "a mapping without a variable: its key is blank");
            }
            else if (IsNothing(value))
            {
                // A value that is left out has no text of its own to point at.
                var place = value.Place.End > value.Place.Start ? value.Place : key.Place;
                yield return Report(task, place, PathOf(parent, item, mapping, key.Text),
                    $"the variable '{Excerpt.Of(key.Text)}' is mapped to nothing");
            }
        }
    }

    private static bool HasGap(FieldValue mapping) =>
        mapping.Entries.Any(entry => string.IsNullOrWhiteSpace(entry.Key.Text) || IsNothing(entry.Value));

    private static bool IsNothing(Node value) => value is ScalarNode { Unknown: null } text && (text.IsNull || string.IsNullOrWhiteSpace(text.Text));

    private static string PathOf(FieldSpec parent, string? item, FieldValue mapping, string? key)
    {
        var path = new FieldPath();
        path.Enter(parent.Name);
        if (item is not null)
            path.EnterItem(item);
        path.Enter(mapping.Spec!.Name);
        return key is null ? path.ToString() : path.To(key);
    }
}
