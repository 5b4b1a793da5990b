using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Evaluators;

/// <summary>
/// ATL3005: spans have attributes and datasets have columns; a mapping of the wrong sort finds nothing, and every row is dropped in silence.
/// </summary>
public sealed class MappingsAreRooted()
    : TaskRule("ATL3005", Severity.Warning, "A mapping rooted wrongly for the task's data source",
        new RuleTraits { HasFix = true, IsOfMappings = true })
{
    private const string Output = "output";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task)
    {
        // A dataset that was made of spans has columns with the names of their attributes. Who takes the answer from 'output' knows that.
        HashSet<ObjectView> knowing = task.IsOffProject
            ? [.. MappedColumn.Of(task).Where(mapped => IsOutput(mapped.Column.Text)).Select(mapped => mapped.Owner)]
            : [];
        foreach (var mapped in MappedColumn.Of(task))
        {
            var column = mapped.Column.Text;
            // Whether the path of a query mapping has the root is not documented.
            if (task.IsOffProject && !mapped.IsOfQuery
                && column.StartsWith(SpanAttributes.Root, StringComparison.Ordinal) && !knowing.Contains(mapped.Owner))
            {
                yield return Report(task, mapped.Column.Place, mapped.Path,
                    $"'{Excerpt.Of(column)}' is a span attribute, and this task reads a dataset, whose columns have names such as 'output'");
            }
            else if (mapped.SlipIn(task) is { Fault: ColumnFault.Braces or ColumnFault.JsonPath or ColumnFault.Root } slip)
            {
                yield return Report(task, mapped, slip);
            }
        }
    }

    private Finding Report(TaskDeclaration task, MappedColumn mapped, ColumnSlip slip)
    {
        if (task.IsOffProject && slip.Meant?.StartsWith(SpanAttributes.Root, StringComparison.Ordinal) == true)
            slip = slip with { Meant = null };
        var what = slip.Fault switch
        {
            ColumnFault.Braces => "stands in braces, and a mapping takes the name alone",
            ColumnFault.JsonPath => "is a JSONPath, and a mapping takes the name of a column",
            _ => "is no column of a span",
        };
        // Of spans it is known that they have no such column.
        var isCertain = slip.Fault != ColumnFault.JsonPath || task.DataSource == DataSources.Project;
        return Report(task, mapped.Column.Place, mapped.Path, $"'{Excerpt.Of(mapped.Column.Text)}' {what}{slip.Advice}") with
        {
            Severity = isCertain ? DefaultSeverity : Severity.Suggestion,
            Fix = isCertain && slip.Meant is { } meant ? Rewriting.Of(mapped.Column, meant) : null,
        };
    }

    // The output of an experiment, or a part of it.
    private static bool IsOutput(string column) => column == Output || column.StartsWith(Output + ".", StringComparison.Ordinal);
}
