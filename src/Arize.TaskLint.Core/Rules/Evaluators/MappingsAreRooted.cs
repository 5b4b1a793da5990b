using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3005: spans have attributes and datasets have columns; a mapping of the wrong sort finds nothing, and every row is dropped in silence.</summary>
public sealed class MappingsAreRooted() : Rule("ATL3005", Severity.Warning, "A mapping rooted wrongly for the task's data source")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsOffProject || task.DataSource == DataSources.Project;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        foreach (var mapped in MappedColumn.Of(task))
        {
            // Whether the path of a query mapping has the root is not documented.
            if (mapped.Mapping == EvaluatorFields.QueryMappings)
                continue;
            var column = mapped.Column.Text;
            if (task.IsOffProject && column.StartsWith(SpanAttributes.Root, StringComparison.Ordinal))
            {
                yield return Report(task, mapped.Column.Place, mapped.Path,
                    $"'{Excerpt.Of(column)}' is a span attribute, and this task reads a dataset, whose columns have names such as 'output'");
            }
            else if (!task.IsOffProject && AttributeFor(column) is { } attribute)
            {
                yield return Report(task, mapped.Column.Place, mapped.Path, $"'{Excerpt.Of(column)}' is no column of a span; did you mean '{attribute}'");
            }
        }
    }

    // metadata is a root of its own.
    private static string? AttributeFor(string column) =>
        column is "input" or "output" ? $"{SpanAttributes.Root}{column}.value"
        : column != "metadata" && SpanAttributes.IsKnown(column) ? SpanAttributes.Root + column
        : null;
}
