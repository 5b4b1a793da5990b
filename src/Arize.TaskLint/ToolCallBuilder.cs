using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Configures a tool call of a message.</summary>
public sealed partial class ToolCallBuilder
{
    private readonly MappingNode mapping;

    internal ToolCallBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>function</c>: the function that is called.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">The arguments: JSON, as a text, or null to leave it out.</param>
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

    /// <summary>Sets <c>function</c>: the function that is called, with arguments whose text may be any fitting value.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">The matcher, made by <see cref="Match"/>.</param>
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
}
