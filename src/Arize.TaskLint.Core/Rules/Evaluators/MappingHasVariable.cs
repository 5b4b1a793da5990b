using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3014: a mapping that fills nothing: a slip, or a leftover of an earlier version of the evaluator.</summary>
public sealed class MappingHasVariable() : EvaluatorRule("ATL3014", Severity.Suggestion, "A mapping for a variable that the evaluator does not have")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            // Custom code without any variable has a rule of its own, and its mappings are not what is wrong.
            if (evaluator.Version is not { Variables: { } variables } version || version is { IsCustomCode: true, Variables.Count: 0 })
                continue;
            if (VariableMappings.Of(evaluator.Reference.Declared) is not { } mappings)
                continue;
            var known = new HashSet<string>(variables.Concat(version.PossibleVariables), StringComparer.Ordinal);
            var free = new NearestNames(variables.Except(mappings.Variables.Select(variable => variable.Key.Text), StringComparer.Ordinal));
            foreach (var (key, path) in mappings.Variables)
            {
                // A blank key has a rule of its own.
                if (string.IsNullOrWhiteSpace(key.Text) || known.Contains(key.Text))
                    continue;
                var advice = free.Of(key.Text) is { } nearest ? $"; did you mean '{nearest}'" : "";
                yield return Report(task, key.Place, path, $"the evaluator '{evaluator.Label}' has no variable '{Excerpt.Of(key.Text)}'{advice}");
            }
        }
    }
}
