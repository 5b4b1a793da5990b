using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3006: a span attribute that no span has, one or two letters away from one that spans do have.</summary>
public sealed class KnownAttributeSpelt() : Rule("ATL3006", Severity.Warning, "A mapping one or two letters away from a known span attribute")
{
    private const string OwnData = SpanAttributes.Root + "metadata.";

    /// <inheritdoc/>
    public override bool HasFix => true;

    /// <inheritdoc/>
    // On a dataset the root itself is wrong, which ATL3005 says.
    public override bool Concerns(TaskDeclaration task) => !task.IsRunExperiment && !task.IsOffProject;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        foreach (var mapped in MappedColumn.Of(task))
        {
            var column = mapped.Column.Text;
            if (!column.StartsWith(SpanAttributes.Root, StringComparison.Ordinal) || column.StartsWith(OwnData, StringComparison.Ordinal))
                continue;
            if (SpanAttributes.NearestTo(column.Substring(SpanAttributes.Root.Length)) is { } nearest)
            {
                yield return Report(task, mapped.Column.Place, mapped.Path,
                    $"'{Excerpt.Of(column)}' is no span attribute that is known; did you mean '{SpanAttributes.Root}{nearest}'")
                    .FixedBy(ReplaceScalar.WithText(mapped.Column, SpanAttributes.Root + nearest));
            }
        }
    }
}
