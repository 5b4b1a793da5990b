using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>
/// ATL3016: code gets the variables that it names. Code that names none, as with <c>**kwargs</c> alone, gets nothing and scores nothing.
/// </summary>
public sealed class CustomCodeHasVariables()
    : EvaluatorRule("ATL3016", Severity.Warning, "A custom code evaluator without variables: it scores nothing")
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, IReadOnlyList<AttachedEvaluator> evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            if (evaluator.Version is { IsCustomCode: true, Variables.Count: 0 })
            {
                yield return Report(evaluator,
                    $"the custom code of '{evaluator.Label}' has no variables, so it is handed no values and scores nothing; "
                        + "name them as parameters of its 'evaluate' and save a new version");
            }
        }
    }
}
