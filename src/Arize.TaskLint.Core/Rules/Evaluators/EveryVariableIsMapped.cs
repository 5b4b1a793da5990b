using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3013: a variable without a mapping; the judge gets nothing for it, or the row is dropped in silence.</summary>
public sealed class EveryVariableIsMapped() : EvaluatorRule("ATL3013", Severity.Warning, "A variable of the evaluator has no mapping")
{
    private const int MostShown = 20;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            if (evaluator.Version is not { Variables: { } variables } version)
                continue;
            if (VariableMappings.Of(evaluator.Reference.Declared) is not { } mappings)
                continue;
            // Without any mapping, columns of the same names may be used, except for the spans of a project.
            if (mappings.Variables.Count == 0 && task.DataSource != DataSources.Project)
                continue;
            var missing = variables
                .Except(mappings.Variables.Select(variable => variable.Key.Text), StringComparer.Ordinal)
                .Where(variable => !IsFilled(variable, version.Scope))
                .ToList();
            if (missing.Count > 0)
            {
                var others = missing.Count > MostShown ? $" and {missing.Count - MostShown} more" : "";
                var quoted = string.Join(", ", missing.Take(MostShown).Select(variable => $"'{Excerpt.Of(variable)}'")) + others;
                yield return Report(evaluator, mappings.Field,
                    $"{(missing.Count == 1 ? "the variable" : "the variables")} {quoted} "
                        + $"of the evaluator '{evaluator.Label}' {(missing.Count == 1 ? "has" : "have")} no mapping")
                    with
                { Content = string.Join("\n", missing) };
            }
        }
    }

    // At session scope the server fills the conversation, or the turns under a name that is not documented; if the scope is unknown, it may.
    private static bool IsFilled(string variable, EvaluatorScope scope) =>
        scope is EvaluatorScope.Session or EvaluatorScope.Unknown
        && (variable == "conversation" || variable.StartsWith("turn", StringComparison.Ordinal));
}
