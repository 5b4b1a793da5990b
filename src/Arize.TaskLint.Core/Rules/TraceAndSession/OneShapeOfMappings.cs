using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.TraceAndSession;

/// <summary>
/// ATL6005: a task has the shape for spans or the one for traces and sessions, and all of its evaluators have the same; the API refuses a mix.
/// </summary>
public sealed class OneShapeOfMappings()
    : TaskRule("ATL6005", Severity.Error, "Evaluators of one task mix the two shapes", new RuleTraits { ChecksLive = true })
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsRunExperiment
        && (task.QueryFilters.IsGiven || task.EvaluatorList.Any(evaluator => evaluator.QueryMappings.IsGiven))
        && task.EvaluatorList.Any(evaluator => Has(evaluator.ColumnMappings) || Has(evaluator.QueryMappings));

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        var hasQueries = Has(task.QueryFilters);
        var hasQuery = task.QueryFilter.Text is { } text && !string.IsNullOrWhiteSpace(text);
        // A task with both filters has a finding already, and its shape is not known.
        var (shape, owner) = (hasQueries, hasQuery) switch
        {
            (true, false) => (EvaluatorFields.QueryMappings, "this task has 'query_filters'"),
            (false, true) => (EvaluatorFields.ColumnMappings, "this task has 'query_filter'"),
            _ => ((FieldSpec?)null, ""),
        };
        foreach (var evaluator in task.EvaluatorList)
        {
            foreach (var mappings in new[] { evaluator.ColumnMappings, evaluator.QueryMappings }
                .Where(Has).OrderBy(mappings => mappings.KeyPlace.Start))
            {
                if (shape is null)
                    (shape, owner) = (mappings.Spec, $"the evaluator '{Excerpt.Of(evaluator.View.Path.Key!)}' has '{mappings.Spec!.Name}'");
                else if (mappings.Spec != shape)
                    yield return Report(task, mappings.KeyPlace, mappings.Path,
                        $"'{mappings.Spec!.Name}' is of the other shape: {owner}; the API refuses a mix");
            }
        }
    }

    private static bool Has(FieldValue field) => field is { IsKnown: true, Node: { } node } && !Values.SaysNone(field.Spec!, node);
}
