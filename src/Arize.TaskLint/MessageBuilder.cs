using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says what is in a message.</summary>
public sealed class MessageBuilder
{
    private readonly MappingNode mapping;

    internal MessageBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>role</c>: who says it.</summary>
    /// <param name="role">The role.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Role)]
    public MessageBuilder Role(MessageRole role, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Role, ScalarNode.Of(role), new(file, line));
        return this;
    }

    /// <summary>Sets <c>role</c> to a word that is known only as a text: who says it.</summary>
    /// <param name="role">The API's word, in any letter case; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Role)]
    public MessageBuilder Role(string? role, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Role, ScalarNode.Of(role), new(file, line));
        return this;
    }

    /// <summary>Lets <c>role</c> be anything that fits: who says it.</summary>
    /// <param name="role">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Role)]
    public MessageBuilder Role(TextMatcher role, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Role, role.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>content</c>: what is said.</summary>
    /// <param name="content">A text with placeholders in the configuration's format; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Content)]
    public MessageBuilder Content(string? content, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Content, ScalarNode.Of(content), new(file, line));
        return this;
    }

    /// <summary>Lets <c>content</c> be anything that fits: what is said.</summary>
    /// <param name="content">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Content)]
    public MessageBuilder Content(TextMatcher content, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Content, content.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>tool_call_id</c>: the tool call that a TOOL message answers.</summary>
    /// <param name="id">The tool call's ID; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ToolCallId)]
    public MessageBuilder ToolCallId(string? id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ToolCallId, ScalarNode.Of(id), new(file, line));
        return this;
    }

    /// <summary>Lets <c>tool_call_id</c> be anything that fits: the tool call that a TOOL message answers.</summary>
    /// <param name="id">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ToolCallId)]
    public MessageBuilder ToolCallId(TextMatcher id, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ToolCallId, id.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Adds a call of a function to <c>tool_calls</c>, which an ASSISTANT message may have.</summary>
    /// <param name="id">The ID by which a TOOL message answers the call.</param>
    /// <param name="configure">Says which function is called.</param>
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

    /// <summary>Adds an entry to <c>tool_calls</c>: a tool call, all of it said inside.</summary>
    /// <param name="configure">Says what is in it.</param>
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

    /// <summary>Says that <c>tool_calls</c> must be unset: no tool calls.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ToolCalls, null)]
    public MessageBuilder NoToolCalls([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ToolCalls, new(file, line));
        return this;
    }
}
