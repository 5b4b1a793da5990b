using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Configures a message to a model.</summary>
public sealed partial class MessageBuilder
{
    private readonly MappingNode mapping;

    internal MessageBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Adds a call of a function to <c>tool_calls</c>, which an ASSISTANT message may have.</summary>
    /// <param name="id">The ID by which a TOOL message answers the call.</param>
    /// <param name="configure">Sets which function is called.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ToolCalls, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Type, ApiWords.Function)]
    public MessageBuilder ToolCall(
        [TaskField(FieldNames.Id)] string? id, Action<ToolCallBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var call = mapping.AddItem(FieldNames.ToolCalls, new(file, line));
        call.Set(FieldNames.Id, ScalarNode.Of(id), new(file, line));
        call.Set(FieldNames.Type, ScalarNode.Of(ApiWords.Function), new(file, line));
        configure?.Invoke(new(call));
        return this;
    }

    /// <summary>Adds an entry to <c>tool_calls</c>: a tool call, with all fields set by <paramref name="configure"/>.</summary>
    /// <param name="configure">Sets the fields of the mapping.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.ToolCalls, Use = FieldUse.Item)]
    public MessageBuilder ToolCall(Action<ToolCallBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.AddItem(FieldNames.ToolCalls, new(file, line))));
        return this;
    }
}
