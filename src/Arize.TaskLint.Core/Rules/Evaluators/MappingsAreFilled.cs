using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3007: a mapping without a variable or without a column; every row would be dropped in silence.</summary>
public sealed class MappingsAreFilled() : Rule("ATL3007", Severity.Error, "An empty mapping key or value")
{
    /// <inheritdoc/>
    public override bool ChecksLive => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is { } run)
            return CheckMapping(task, run.View[RunConfigurationFields.ColumnMapping], $"run_configuration.{RunConfigurationFields.ColumnMapping.Name}");
        return task.IsRunExperiment ? [] : task.EvaluatorList.SelectMany(evaluator => CheckMapping(
            task,
            evaluator.ColumnMappings,
            $"evaluators[{FieldPath.KeyOf(TaskFields.Evaluators, evaluator.View)}].{EvaluatorFields.ColumnMappings.Name}"));
    }

    private IEnumerable<Finding> CheckMapping(TaskDeclaration task, FieldValue mapping, string path)
    {
        foreach (var (key, value) in mapping.Entries)
        {
            if (string.IsNullOrWhiteSpace(key.Text))
                yield return Report(task, key.Place, path, "a mapping without a variable: its key is blank");
            else if (value is ScalarNode { Unknown: null } text && (text.IsNull || string.IsNullOrWhiteSpace(text.Text)))
                yield return Report(task, text.Text.Length > 0 || !text.IsPlain ? text.Place : key.Place, $"{path}.{key.Text}", $"the variable '{key.Text}' is mapped to nothing");
        }
    }
}
