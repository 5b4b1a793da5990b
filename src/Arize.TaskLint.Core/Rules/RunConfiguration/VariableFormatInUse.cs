using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4010: a variable format that is on its way out.</summary>
public sealed class VariableFormatInUse() : TaskRule("ATL4010", Severity.Suggestion, "input_variable_format: NONE is deprecated")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { Type: ExperimentTypes.LlmGeneration or ExperimentTypes.None } run)
            yield break;
        var format = run.View[RunConfigurationFields.InputVariableFormat];
        if (format.EnumWord == TaskEnums.NoFormat)
            yield return Report(task, format.Head, format.Path,
                $"input_variable_format '{format.Text}' is deprecated and read as F_STRING; write F_STRING");
    }
}
