using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Configures which spans a task of the trace and session shape judges.</summary>
public sealed partial class QueryFiltersBuilder
{
    private readonly MappingNode mapping;

    internal QueryFiltersBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Adds a filter to <c>filters</c>, which has one to five.</summary>
    /// <param name="id">The letter, A to E, by which the expression and the mappings of evaluators name the filter.</param>
    /// <param name="filter">A filter in the API's query language.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Filters, Use = FieldUse.Item)]
    public QueryFiltersBuilder Filter(
        [TaskField(FieldNames.Id)] string? id, [TaskField(FieldNames.Filter)] string? filter,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var entry = mapping.AddItem(FieldNames.Filters, new(file, line));
        entry.Set(FieldNames.Id, ScalarNode.Of(id), new(file, line));
        entry.Set(FieldNames.Filter, ScalarNode.Of(filter), new(file, line));
        return this;
    }

    /// <summary>Adds a filter to <c>filters</c> whose text may be any fitting value.</summary>
    /// <param name="id">The letter, A to E, by which the expression and the mappings of evaluators name the filter.</param>
    /// <param name="filter">The matcher, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Filters, Use = FieldUse.Item)]
    public QueryFiltersBuilder Filter(
        [TaskField(FieldNames.Id)] string? id, [TaskField(FieldNames.Filter)] TextMatcher filter,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var entry = mapping.AddItem(FieldNames.Filters, new(file, line));
        entry.Set(FieldNames.Id, ScalarNode.Of(id), new(file, line));
        entry.Set(FieldNames.Filter, filter.ToNode(new(file, line)), new(file, line));
        return this;
    }
}
