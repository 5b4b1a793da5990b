using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says which spans a task of the trace and session shape judges.</summary>
public sealed class QueryFiltersBuilder
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

    /// <summary>Adds a filter to <c>filters</c> that may be anything that fits.</summary>
    /// <param name="id">The letter, A to E, by which the expression and the mappings of evaluators name the filter.</param>
    /// <param name="filter">What fits, made by <see cref="Match"/>.</param>
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

    /// <summary>Says that <c>filters</c> must be unset: no filters.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.Filters, null)]
    public QueryFiltersBuilder NoFilters([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.Filters, new(file, line));
        return this;
    }

    /// <summary>Sets <c>expression</c>: how the filters go together; needed from two filters on.</summary>
    /// <param name="expression">The filters' letters with AND and OR, such as <c>A AND (B OR C)</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Expression)]
    public QueryFiltersBuilder Expression(string? expression, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Expression, ScalarNode.Of(expression), new(file, line));
        return this;
    }

    /// <summary>Lets <c>expression</c> be anything that fits: how the filters go together; needed from two filters on.</summary>
    /// <param name="expression">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Expression)]
    public QueryFiltersBuilder Expression(TextMatcher expression, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Expression, expression.ToNode(new(file, line)), new(file, line));
        return this;
    }
}
