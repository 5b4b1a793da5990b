using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>A column, or span attribute, that fills a variable.</summary>
/// <param name="Column">Its name, not blank.</param>
/// <param name="Field">The field that has it: <c>column_mappings</c>, <c>column_mapping</c> of a run configuration, or the <c>attribute_path</c> of a
/// query mapping.</param>
/// <param name="Key">The variable, where the field is a mapping of variables; else null.</param>
/// <param name="Owner">The mapping of the evaluator, or of the run configuration.</param>
internal readonly record struct MappedColumn(ScalarNode Column, FieldValue Field, string? Key, ObjectView Owner)
{
    internal FieldPath Path => Key is null ? Field.Path : Field.Path.Field(Key);

    internal bool IsOfQuery => Field.Spec == QueryMappingFields.AttributePath;

    /// <summary>The problem of its name; null if it may be correct.</summary>
    internal ColumnSlip? SlipIn(TaskDeclaration task) => ColumnSpelling.Of(
        Column.Text,
        isOfSpan: !task.IsOffProject,
        // Whether the path of a query mapping has the root is not documented.
        needsRoot: task.DataSource == DataSources.Project && !IsOfQuery);

    /// <summary>The columns that the mappings of a task name, as far as they are known.</summary>
    internal static IEnumerable<MappedColumn> Of(TaskDeclaration task)
    {
        if (task.IsRunExperiment)
            return task.RunConfiguration is { } run ? Of(run.View[RunConfigurationFields.ColumnMapping], run.View) : [];
        return task.EvaluatorList.SelectMany(evaluator =>
            Of(evaluator.ColumnMappings, evaluator.View).Concat(OfQueries(evaluator.QueryMappings, evaluator.View)));
    }

    private static IEnumerable<MappedColumn> Of(FieldValue mappings, ObjectView owner)
    {
        foreach (var (key, value) in mappings.Entries)
        {
            if (value is ScalarNode { Unknown: null, IsNull: false } column && !string.IsNullOrWhiteSpace(column.Text))
                yield return new MappedColumn(column, mappings, key.Text, owner);
        }
    }

    private static IEnumerable<MappedColumn> OfQueries(FieldValue mappings, ObjectView owner)
    {
        foreach (var mapping in mappings.Objects)
        {
            if (mapping[QueryMappingFields.AttributePath] is { Text: not null, Node: ScalarNode column } path)
                yield return new MappedColumn(column, path, null, owner);
        }
    }
}
