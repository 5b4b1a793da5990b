using System.Globalization;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.TraceAndSession;

/// <summary>ATL6004: a mapping that takes its spans from a filter that is not there.</summary>
public sealed class MappingsNameFilters()
    : TaskRule("ATL6004", Severity.Error, "query_mappings name an undeclared filter", new RuleTraits { ChecksLive = true, HasFix = true })
{
    // A list with more is no list of filters at all, and nobody reads a message for each entry.
    private const int MostOfList = 20;

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsRunExperiment && task.EvaluatorList.Any(evaluator => evaluator.QueryMappings.Objects.Count > 0);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (NamedFilters.Of(task) is not { } filters)
            yield break;
        var path = new FieldPath();
        path.Enter(TaskFields.Evaluators.Name);
        var position = 0;
        foreach (var evaluator in task.EvaluatorList)
        {
            path.EnterItem(KeyOf(TaskFields.Evaluators, evaluator.View, position++));
            path.Enter(EvaluatorFields.QueryMappings.Name);
            for (var i = 0; i < evaluator.QueryMappings.Objects.Count; i++)
            {
                var mapping = evaluator.QueryMappings.Objects[i];
                path.EnterItem(KeyOf(EvaluatorFields.QueryMappings, mapping, i));
                var ids = mapping[QueryMappingFields.QueryIds].Items.OfType<ScalarNode>()
                    .GroupBy(id => id.Text, StringComparer.Ordinal).Select(same => same.First());
                var misfits = 0;
                foreach (var id in ids)
                {
                    if (filters.MisfitOf(id.Text, out var meant) is not { } misfit)
                        continue;
                    yield return Report(task, id.Place, path.To(QueryMappingFields.QueryIds.Name), misfit)
                        .FixedBy(meant is null ? null : ReplaceScalar.WithText(id, meant));
                    if (++misfits == MostOfList)
                        break;
                }

                path.Leave();
            }

            path.Leave();
            path.Leave();
        }
    }

    private static string KeyOf(FieldSpec list, ObjectView entry, int position) =>
        FieldPath.KeyOf(list, entry) ?? position.ToString(CultureInfo.InvariantCulture);
}
