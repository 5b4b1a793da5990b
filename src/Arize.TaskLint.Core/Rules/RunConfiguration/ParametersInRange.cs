using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4007: a parameter that no model is documented to take; the provider refuses each call.</summary>
public sealed class ParametersInRange() : Rule("ATL4007", Severity.Warning, "An invocation parameter outside its documented range")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsRunExperiment;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (task.RunConfiguration is not { } run || run.Type == ExperimentTypes.AgentCall)
            yield break;
        if (run.View[RunConfigurationFields.InvocationParameters].Object is not { } parameters)
            yield break;
        foreach (var field in parameters.Present)
        {
            if (MisfitOf(field) is { } misfit)
                yield return Report(task, field.Head, $"run_configuration.invocation_parameters.{field.Spec!.Name}", $"{field.Spec.Word} '{Excerpt.Of(field.Text!)}' is {misfit}");
        }
    }

    private static string? MisfitOf(FieldValue field)
    {
        var spec = field.Spec!;
        if (field.Number is { } number && (number < spec.Minimum || number > spec.Maximum))
        {
            return spec is { Minimum: { } least, Maximum: { } most } ? FormattableString.Invariant($"not between {least} and {most}")
                : number < spec.Minimum ? FormattableString.Invariant($"less than {spec.Minimum}")
                : FormattableString.Invariant($"greater than {spec.Maximum}");
        }

        if (field.Text is not { } word || spec.Words is not { } words || string.IsNullOrWhiteSpace(word) || words.IndexOf(word.Trim()) >= 0)
            return null;
        var advice = NearestName.Of(word, words.Words) is { } nearest ? $"; did you mean '{nearest}'" : "";
        return $"not one of {string.Join(", ", words.Words)}{advice}";
    }
}
