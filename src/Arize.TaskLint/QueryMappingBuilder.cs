using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says what fills a variable of an evaluator, in the trace and session shape.</summary>
public sealed class QueryMappingBuilder
{
    private readonly MappingNode mapping;

    internal QueryMappingBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>query_ids</c> to an empty list, where nothing adds to it: the spans of any filter fill the variable.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.QueryIds, [], new(file, line));
        return this;
    }

    /// <summary>Adds one filter to <c>query_ids</c>; several calls add to one list.</summary>
    /// <param name="filter">A filter's letter, A to E.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From(string? filter, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.QueryIds, [filter], new(file, line));
        return this;
    }

    /// <summary>Adds two filters to <c>query_ids</c>; several calls add to one list.</summary>
    /// <param name="first">A filter's letter, A to E.</param>
    /// <param name="second">A filter's letter, A to E.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From(string? first, string? second, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.QueryIds, [first, second], new(file, line));
        return this;
    }

    /// <summary>Adds three filters to <c>query_ids</c>; several calls add to one list.</summary>
    /// <param name="first">A filter's letter, A to E.</param>
    /// <param name="second">A filter's letter, A to E.</param>
    /// <param name="third">A filter's letter, A to E.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From(string? first, string? second, string? third, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.QueryIds, [first, second, third], new(file, line));
        return this;
    }

    /// <summary>Adds four filters to <c>query_ids</c>; several calls add to one list.</summary>
    /// <param name="first">A filter's letter, A to E.</param>
    /// <param name="second">A filter's letter, A to E.</param>
    /// <param name="third">A filter's letter, A to E.</param>
    /// <param name="fourth">A filter's letter, A to E.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From(
        string? first, string? second, string? third, string? fourth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.QueryIds, [first, second, third, fourth], new(file, line));
        return this;
    }

    /// <summary>Adds five filters to <c>query_ids</c>; several calls add to one list.</summary>
    /// <param name="first">A filter's letter, A to E.</param>
    /// <param name="second">A filter's letter, A to E.</param>
    /// <param name="third">A filter's letter, A to E.</param>
    /// <param name="fourth">A filter's letter, A to E.</param>
    /// <param name="fifth">A filter's letter, A to E.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From(
        string? first, string? second, string? third, string? fourth, string? fifth,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.QueryIds, [first, second, third, fourth, fifth], new(file, line));
        return this;
    }

    /// <summary>Adds any number of filters to <c>query_ids</c>; several calls add to one list.</summary>
    /// <param name="filters">Their letters, A to E.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="filters"/> is null.</exception>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From(IEnumerable<string?> filters, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Append(FieldNames.QueryIds, Needed.Argument(filters, nameof(filters)), new(file, line));
        return this;
    }

    /// <summary>
    /// Adds six or more filters to <c>query_ids</c>. The compiler cannot tell the line of this call: they stand at the line of the builder's
    /// call before it.
    /// </summary>
    /// <param name="first">A filter's letter, A to E.</param>
    /// <param name="second">A filter's letter, A to E.</param>
    /// <param name="third">A filter's letter, A to E.</param>
    /// <param name="fourth">A filter's letter, A to E.</param>
    /// <param name="fifth">A filter's letter, A to E.</param>
    /// <param name="sixth">A filter's letter, A to E.</param>
    /// <param name="more">Further ones.</param>
    [TaskField(FieldNames.QueryIds, Use = FieldUse.Texts)]
    public QueryMappingBuilder From(string? first, string? second, string? third, string? fourth, string? fifth, string? sixth, params string?[] more)
    {
        mapping.Append(FieldNames.QueryIds, [first, second, third, fourth, fifth, sixth, .. Needed.Argument(more, nameof(more))], mapping.Latest);
        return this;
    }

    /// <summary>Says that <c>query_ids</c> must be unset: no filters.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.QueryIds, null)]
    public QueryMappingBuilder FromUnset([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.QueryIds, new(file, line));
        return this;
    }

    /// <summary>Sets <c>attribute_path</c>: the span attribute that fills the variable.</summary>
    /// <param name="path">A span attribute, such as <c>attributes.input.value</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.AttributePath)]
    public QueryMappingBuilder Attribute(string? path, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.AttributePath, ScalarNode.Of(path), new(file, line));
        return this;
    }

    /// <summary>Lets <c>attribute_path</c> be anything that fits: the span attribute that fills the variable.</summary>
    /// <param name="path">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.AttributePath)]
    public QueryMappingBuilder Attribute(TextMatcher path, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.AttributePath, path.ToNode(new(file, line)), new(file, line));
        return this;
    }
}
