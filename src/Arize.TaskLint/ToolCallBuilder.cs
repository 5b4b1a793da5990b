using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says what is in a tool call of a message.</summary>
public sealed class ToolCallBuilder
{
    private readonly MappingNode mapping;

    internal ToolCallBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>id</c>: the ID by which a TOOL message answers the call.</summary>
    /// <param name="id">The ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Id)]
    public ToolCallBuilder WithId(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Id, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>Lets <c>id</c> be anything that fits: the ID by which a TOOL message answers the call.</summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Id)]
    public ToolCallBuilder WithId(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Id, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>type</c>: what is called.</summary>
    /// <param name="type">The type.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public ToolCallBuilder OfType(ToolCallType type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Sets <c>type</c> to a word that is known only as a text: what is called.</summary>
    /// <param name="type">The API's word, in any letter case; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public ToolCallBuilder OfType(string? type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Lets <c>type</c> be anything that fits: what is called.</summary>
    /// <param name="type">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public ToolCallBuilder OfType(TextMatcher type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, type.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>function</c>: the function that is called.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">The arguments: JSON, as a text; null says nothing.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Function, Use = FieldUse.Object)]
    public ToolCallBuilder Function(
        [TaskField(FieldNames.Name)] string? name, [TaskField(FieldNames.Arguments)] string? arguments = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var function = mapping.SetMapping(FieldNames.Function, new(file, line));
        function.Set(FieldNames.Name, ScalarNode.Of(name), new(file, line));
        function.SetUnlessNull(FieldNames.Arguments, arguments, new(file, line));
        return this;
    }

    /// <summary>Sets <c>function</c>: the function that is called, with arguments that may be anything that fits.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Function, Use = FieldUse.Object)]
    public ToolCallBuilder Function(
        [TaskField(FieldNames.Name)] string? name, [TaskField(FieldNames.Arguments)] TextMatcher arguments,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var function = mapping.SetMapping(FieldNames.Function, new(file, line));
        function.Set(FieldNames.Name, ScalarNode.Of(name), new(file, line));
        function.Set(FieldNames.Arguments, arguments.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Says that <c>function</c> must be unset: no function.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.Function, null)]
    public ToolCallBuilder NoFunction([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.Function, new(file, line));
        return this;
    }
}
