using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says what more there is to an evaluator that a task runs.</summary>
public sealed class EvaluatorBuilder
{
    private readonly MappingNode mapping;

    internal EvaluatorBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>
    /// Adds to <c>column_mappings</c>: which column fills a variable of the evaluator; what the live side has beyond the entries is drift.
    /// </summary>
    /// <param name="variable">The evaluator's variable.</param>
    /// <param name="column">On a project task a span attribute, such as <c>attributes.input.value</c>; on a dataset task a bare column, such as <c>output</c>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entry)]
    public EvaluatorBuilder Map(string variable, string? column, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntry(FieldNames.ColumnMappings, Needed.Argument(variable, nameof(variable)), ScalarNode.Of(column), new(file, line));
        return this;
    }

    /// <summary>
    /// Adds to <c>column_mappings</c>, as anything that fits: which column fills a variable of the evaluator; what the live side has beyond the
    /// entries is drift.
    /// </summary>
    /// <param name="variable">The evaluator's variable.</param>
    /// <param name="column">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entry)]
    public EvaluatorBuilder Map(string variable, TextMatcher column, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntry(FieldNames.ColumnMappings, Needed.Argument(variable, nameof(variable)), column.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mappings</c>, as a pair.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entries)]
    public EvaluatorBuilder Map((string Variable, string? Column) first, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMappings, [first], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mappings</c>, as pairs.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="second">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entries)]
    public EvaluatorBuilder Map(
        (string Variable, string? Column) first, (string Variable, string? Column) second,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMappings, [first, second], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mappings</c>, as pairs.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="second">A variable, and the column that fills it.</param>
    /// <param name="third">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entries)]
    public EvaluatorBuilder Map(
        (string Variable, string? Column) first, (string Variable, string? Column) second, (string Variable, string? Column) third,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMappings, [first, second, third], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mappings</c>, as pairs.</summary>
    /// <param name="first">A variable, and the column that fills it.</param>
    /// <param name="second">A variable, and the column that fills it.</param>
    /// <param name="third">A variable, and the column that fills it.</param>
    /// <param name="fourth">A variable, and the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">A variable is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entries)]
    public EvaluatorBuilder Map(
        (string Variable, string? Column) first, (string Variable, string? Column) second, (string Variable, string? Column) third, (string Variable, string? Column) fourth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMappings, [first, second, third, fourth], new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mappings</c>, as pairs.</summary>
    /// <param name="columns">Variables, each with the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or a variable is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entries)]
    public EvaluatorBuilder Map(IEnumerable<(string Variable, string? Column)> columns, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMappings, Needed.Argument(columns, nameof(columns)), new(file, line));
        return this;
    }

    /// <summary>Adds to <c>column_mappings</c>, as a dictionary.</summary>
    /// <param name="columns">Variables, each with the column that fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> or a variable is null.</exception>
    [TaskField(FieldNames.ColumnMappings, Use = FieldUse.Entries)]
    public EvaluatorBuilder Map(IEnumerable<KeyValuePair<string, string?>> columns, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.AddEntries(FieldNames.ColumnMappings, Needed.Argument(columns, nameof(columns)).Select(one => (one.Key, one.Value)), new(file, line));
        return this;
    }

    /// <summary>Says that <c>column_mappings</c> must be unset: no mappings.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ColumnMappings, null)]
    public EvaluatorBuilder NoMappings([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ColumnMappings, new(file, line));
        return this;
    }

    /// <summary>Adds to <c>query_mappings</c>, the trace and session shape of <c>column_mappings</c>: what fills a variable of the evaluator.</summary>
    /// <param name="variable">The evaluator's variable.</param>
    /// <param name="configure">Says what fills it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryMappings, Use = FieldUse.Item)]
    public EvaluatorBuilder MapQuery(
        [TaskField(FieldNames.VariableName)] string? variable, Action<QueryMappingBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var entry = mapping.AddItem(FieldNames.QueryMappings, new(file, line));
        entry.Set(FieldNames.VariableName, ScalarNode.Of(variable), new(file, line));
        configure?.Invoke(new(entry));
        return this;
    }

    /// <summary>Says that <c>query_mappings</c> must be unset: no mappings of the trace and session shape.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.QueryMappings, null)]
    public EvaluatorBuilder NoQueryMappings([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.QueryMappings, new(file, line));
        return this;
    }

    /// <summary>Sets <c>evaluator_version_id</c>: the version that the task runs; unset runs the latest.</summary>
    /// <param name="versionId">The ID of a version of this evaluator; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.EvaluatorVersionId)]
    public EvaluatorBuilder PinnedTo(string? versionId, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.EvaluatorVersionId, ScalarNode.Of(versionId), new(file, line));
        return this;
    }

    /// <summary>Lets <c>evaluator_version_id</c> be anything that fits: the version that the task runs; unset runs the latest.</summary>
    /// <param name="versionId">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.EvaluatorVersionId)]
    public EvaluatorBuilder PinnedTo(TextMatcher versionId, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.EvaluatorVersionId, versionId.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>query_filter</c>: which spans this evaluator judges, within the task's own filter.</summary>
    /// <param name="filter">A filter in the API's query language; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryFilter)]
    public EvaluatorBuilder QueryFilter(string? filter, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.QueryFilter, ScalarNode.Of(filter), new(file, line));
        return this;
    }

    /// <summary>Lets <c>query_filter</c> be anything that fits: which spans this evaluator judges, within the task's own filter.</summary>
    /// <param name="filter">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryFilter)]
    public EvaluatorBuilder QueryFilter(TextMatcher filter, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.QueryFilter, filter.ToNode(new(file, line)), new(file, line));
        return this;
    }
}
