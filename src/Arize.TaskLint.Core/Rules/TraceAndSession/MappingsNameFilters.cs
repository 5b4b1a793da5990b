using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.TraceAndSession;

/// <summary>ATL6004: a mapping that takes its spans from a filter that is not there.</summary>
public sealed class MappingsNameFilters()
    : TaskRule("ATL6004", Severity.Error, "query_mappings name an undeclared filter", new RuleTraits { ChecksLive = true, HasFix = true })
{
    // A list with more entries is not meant as a list of filters, and a message for each entry would not help.
    private const int MostOfList = 20;

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) =>
        !task.IsRunExperiment && task.EvaluatorList.Any(evaluator => evaluator.QueryMappings.Objects.Count > 0);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        if (NamedFilters.Of(task) is not { } filters)
            yield break;
        foreach (var mapping in task.EvaluatorList.SelectMany(evaluator => evaluator.QueryMappings.Objects))
        {
            var named = mapping[QueryMappingFields.QueryIds];
            var ids = named.Items.OfType<ScalarNode>().GroupBy(id => id.Text, StringComparer.Ordinal).Select(same => same.First());
            var misfits = 0;
            foreach (var id in ids)
            {
                if (filters.MisfitOf(id.Text, out var meant) is not { } misfit)
                    continue;
                yield return Report(task, id.Place, named.Path, misfit).FixedBy(meant is null ? null : ReplaceScalar.WithText(id, meant));
                if (++misfits == MostOfList)
                    break;
            }
        }
    }
}
