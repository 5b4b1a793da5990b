using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3007: a mapping without a variable or without a column; every row would be dropped in silence.</summary>
public sealed class MappingsAreFilled()
    : TaskRule("ATL3007", Severity.Error, "An empty mapping key or value", new RuleTraits { ChecksLive = true, IsOfMappings = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        task.IsRunExperiment || task.EvaluatorList.Any(evaluator => HasGap(evaluator.ColumnMappings));

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is { } run)
            return CheckMapping(task, run.View[RunConfigurationFields.ColumnMapping]);
        return task.IsRunExperiment ? [] : task.EvaluatorList.SelectMany(evaluator => CheckMapping(task, evaluator.ColumnMappings));
    }

    private IEnumerable<Finding> CheckMapping(TaskDeclaration task, FieldValue mapping)
    {
        foreach (var (key, value) in mapping.Entries)
        {
            if (string.IsNullOrWhiteSpace(key.Text))
            {
                yield return Report(task, key.Place, mapping.Path, "a mapping without a variable: its key is blank");
            }
            else if (IsNothing(value))
            {
                // A value that is left out has no text of its own to point at.
                var place = value.Place.End > value.Place.Start ? value.Place : key.Place;
                yield return Report(task, place, mapping.Path.Field(key.Text),
                    $"the variable '{Excerpt.Of(key.Text)}' is mapped to nothing");
            }
        }
    }

    private static bool HasGap(FieldValue mapping) =>
        mapping.Entries.Any(entry => string.IsNullOrWhiteSpace(entry.Key.Text) || IsNothing(entry.Value));

    private static bool IsNothing(Node value) => value is ScalarNode { Unknown: null } text && (text.IsNull || string.IsNullOrWhiteSpace(text.Text));
}
