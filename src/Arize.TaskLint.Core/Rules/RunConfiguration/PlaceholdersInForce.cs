using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Templates;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4008: a placeholder in the other brace style; the model is sent the placeholder itself.</summary>
public sealed class PlaceholdersInForce() : TaskRule("ATL4008", Severity.Warning, "Placeholders in the other brace style than the format in force")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { } run || Prompt.Of(run) is not { } prompt)
            yield break;
        // Next to a placeholder that is filled, the other braces may be meant literally.
        var isMistaken = new Lazy<bool>(() => prompt.IsComplete && !prompt.HasPlaceholders);
        foreach (var (text, path) in prompt.Texts)
        {
            if (ForeignPlaceholders.FirstIn(text.Text, prompt.Style) is not { } foreign)
                continue;
            if (!isMistaken.Value && !(prompt.Type == ExperimentTypes.AgentCall && foreign.Length == text.Text.Trim().Length))
                continue;
            yield return Report(task, text.Place, path,
                $"'{text.Text.Substring(foreign.Start, foreign.Length)}' is no placeholder in {prompt.Format}; "
                    + $"write '{ForeignPlaceholders.Write(foreign.Name, prompt.Style)}'");
        }
    }
}
