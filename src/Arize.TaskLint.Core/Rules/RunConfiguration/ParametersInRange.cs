using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4007: a parameter that no model is documented to take; the provider refuses each call.</summary>
public sealed class ParametersInRange() : Rule("ATL4007", Severity.Warning, "An invocation parameter outside its documented range")
{
    /// <inheritdoc/>
    public override bool HasFix => true;

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
            if (MisfitOf(field, out var meant) is { } misfit)
                yield return Report(task, field.Head, $"run_configuration.invocation_parameters.{field.Spec!.Name}", $"{field.Spec.Name} '{Excerpt.Of(field.Text!)}' is {misfit}")
                    .FixedBy(meant is null ? null : ReplaceScalar.WithText((ScalarNode)field.Node!, meant));
        }
    }

    private static string? MisfitOf(FieldValue field, out string? meant)
    {
        meant = null;
        var spec = field.Spec!;
        if (field.Number is { } number && (number < spec.Minimum || number > spec.Maximum))
        {
            return spec is { Minimum: { } least, Maximum: { } most } ? FormattableString.Invariant($"not between {least} and {most}")
                : number < spec.Minimum ? FormattableString.Invariant($"less than {spec.Minimum}")
                : FormattableString.Invariant($"greater than {spec.Maximum}");
        }

        if (field.Text is not { } word || spec.Words is not { } words || string.IsNullOrWhiteSpace(word) || words.IndexOf(word.Trim()) >= 0)
            return null;
        meant = NearestName.Of(word, words.Words);
        var advice = meant is not null ? $"; did you mean '{meant}'" : "";
        return $"not one of {string.Join(", ", words.Words)}{advice}";
    }
}
