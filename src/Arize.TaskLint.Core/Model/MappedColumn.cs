using System.Globalization;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A column, or span attribute, that fills a variable.</summary>
/// <param name="Column">Its name, not blank.</param>
/// <param name="Mapping">The field that maps it: <c>column_mappings</c>, <c>query_mappings</c>, or <c>column_mapping</c> of a run
/// configuration.</param>
/// <param name="Variable">The variable, or its mapping's position from 0 where it has no name.</param>
/// <param name="Evaluator">The evaluator's key, or its position from 0; null for a run configuration.</param>
internal readonly record struct MappedColumn(ScalarNode Column, FieldSpec Mapping, string Variable, string? Evaluator)
{
    internal string Path
    {
        get
        {
            var path = new FieldPath();
            path.Enter(Evaluator is null ? TaskFields.RunConfiguration.Name : TaskFields.Evaluators.Name);
            if (Evaluator is not null)
                path.EnterItem(Evaluator);
            path.Enter(Mapping.Name);
            if (Mapping.Kind != ValueKind.ObjectList)
                return path.To(Variable);
            path.EnterItem(Variable);
            return path.To(QueryMappingFields.AttributePath.Name);
        }
    }

    /// <summary>What is wrong with its name; null where it may be right.</summary>
    internal ColumnSlip? SlipIn(TaskDeclaration task) => ColumnSpelling.Of(
        Column.Text,
        isOfSpan: !task.IsOffProject,
        // Whether the path of a query mapping has the root is not documented.
        needsRoot: task.DataSource == DataSources.Project && Mapping != EvaluatorFields.QueryMappings);

    /// <summary>What the mappings of a task name, as far as it is known.</summary>
    internal static IEnumerable<MappedColumn> Of(TaskDeclaration task)
    {
        if (task.IsRunExperiment)
            return task.RunConfiguration is { } run ? Of(run.View[RunConfigurationFields.ColumnMapping], null) : [];
        return task.EvaluatorList.SelectMany((evaluator, i) =>
        {
            var key = FieldPath.KeyOf(TaskFields.Evaluators, evaluator.View) ?? i.ToString(CultureInfo.InvariantCulture);
            return Of(evaluator.ColumnMappings, key).Concat(OfQueries(evaluator.QueryMappings, key));
        });
    }

    private static IEnumerable<MappedColumn> Of(FieldValue mappings, string? evaluator)
    {
        foreach (var (key, value) in mappings.Entries)
        {
            if (value is ScalarNode { Unknown: null, IsNull: false } column && !string.IsNullOrWhiteSpace(column.Text))
                yield return new MappedColumn(column, mappings.Spec!, key.Text, evaluator);
        }
    }

    private static IEnumerable<MappedColumn> OfQueries(FieldValue mappings, string? evaluator)
    {
        for (var i = 0; i < mappings.Objects.Count; i++)
        {
            var path = mappings.Objects[i][QueryMappingFields.AttributePath];
            if (path is { Text: not null, Node: ScalarNode column })
            {
                var key = FieldPath.KeyOf(mappings.Spec!, mappings.Objects[i]) ?? i.ToString(CultureInfo.InvariantCulture);
                yield return new MappedColumn(column, mappings.Spec!, key, evaluator);
            }
        }
    }
}
