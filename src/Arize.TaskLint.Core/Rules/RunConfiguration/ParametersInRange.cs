using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.RunConfiguration;

/// <summary>ATL4007: a parameter that no model is documented to take; the provider refuses each call.</summary>
public sealed class ParametersInRange()
    : TaskRule("ATL4007", Severity.Warning, "An invocation parameter outside its documented range", new RuleTraits { HasFix = true })
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
            foreach (var declared in DeclaredValue.Of(field))
            {
                if (MisfitOf(field.Spec!, declared, out var meant) is { } misfit)
                {
                    yield return Report(task, declared.Value.Place, declared.PathIn(field),
                        $"{declared.SubjectOf(field.Spec!)} is {misfit}")
                        .FixedBy(meant is null ? null : ReplaceScalar.WithText(declared.Value, meant));
                }
            }
        }
    }

    private static string? MisfitOf(FieldSpec spec, DeclaredValue declared, out string? meant)
    {
        meant = null;
        if (spec.Kind is ValueKind.Number or ValueKind.Integer && declared.Number is { } number && (number < spec.Minimum || number > spec.Maximum))
        {
            return spec is { Minimum: { } least, Maximum: { } most } ? FormattableString.Invariant($"not between {least} and {most}")
                : number < spec.Minimum ? FormattableString.Invariant($"less than {spec.Minimum}")
                : FormattableString.Invariant($"greater than {spec.Maximum}");
        }

        // Who names several words, or a part of one, may know of models that the table does not.
        var word = declared.Value.Text;
        if (spec.Words is not { } words || declared.Part is not null || string.IsNullOrWhiteSpace(word) || words.IndexOf(word.Trim()) >= 0)
            return null;
        meant = NearestName.Of(word, words.Words);
        var advice = meant is not null ? $"; did you mean '{meant}'" : "";
        return $"not one of {string.Join(", ", words.Words)}{advice}";
    }
}
