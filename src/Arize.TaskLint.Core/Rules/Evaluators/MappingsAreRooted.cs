using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>ATL3005: spans have attributes and datasets have columns; a mapping of the wrong sort finds nothing, and every row is dropped in silence.</summary>
public sealed class MappingsAreRooted() : Rule("ATL3005", Severity.Warning, "A mapping rooted wrongly for the task's data source")
{
    private const string Output = "output";

    /// <inheritdoc/>
    public override bool HasFix => true;

    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => task.IsOffProject || task.DataSource == DataSources.Project;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        // A dataset that was made of spans has columns with the names of their attributes. Who takes the answer from 'output' knows that.
        HashSet<string> knowing = task.IsOffProject ? [.. MappedColumn.Of(task).Where(mapped => IsOutput(mapped.Column.Text)).Select(Owner)] : [];
        foreach (var mapped in MappedColumn.Of(task))
        {
            // Whether the path of a query mapping has the root is not documented.
            if (mapped.Mapping == EvaluatorFields.QueryMappings)
                continue;
            var column = mapped.Column.Text;
            if (task.IsOffProject && column.StartsWith(SpanAttributes.Root, StringComparison.Ordinal) && !knowing.Contains(Owner(mapped)))
            {
                yield return Report(task, mapped.Column.Place, mapped.Path,
                    $"'{Excerpt.Of(column)}' is a span attribute, and this task reads a dataset, whose columns have names such as 'output'");
            }
            else if (!task.IsOffProject && AttributeFor(column) is { } attribute)
            {
                yield return Report(task, mapped.Column.Place, mapped.Path, $"'{Excerpt.Of(column)}' is no column of a span; did you mean '{attribute}'")
                    .FixedBy(ReplaceScalar.WithText(mapped.Column, attribute));
            }
        }
    }

    private static string Owner(MappedColumn mapped) => mapped.Evaluator ?? "";

    // What an experiment produced, or a part of it.
    private static bool IsOutput(string column) => column == Output || column.StartsWith(Output + ".", StringComparison.Ordinal);

    // metadata is a root of its own.
    private static string? AttributeFor(string column) =>
        column is "input" or Output ? $"{SpanAttributes.Root}{column}.value"
        : column != "metadata" && SpanAttributes.IsKnown(column) ? SpanAttributes.Root + column
        : null;
}
