using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

public sealed partial class RunConfigurationBuilder
{
    /// <summary>Adds a message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="role">Who says it.</param>
    /// <param name="content">What is said, with placeholders in the configuration's format; null: must be unset.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] MessageRole role, [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(role), new(file, line));
        message.Set(FieldNames.Content, ScalarNode.Of(content), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds a message to <c>messages</c> whose content may be anything that fits (LLM_GENERATION).</summary>
    /// <param name="role">Who says it.</param>
    /// <param name="content">What fits, made by <see cref="Match"/>.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] MessageRole role, [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(role), new(file, line));
        message.Set(FieldNames.Content, content.ToNode(new(file, line)), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds a message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="role">Who says it: the API's word, in any letter case; null: must be unset.</param>
    /// <param name="content">What is said, with placeholders in the configuration's format; null: must be unset.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] string? role, [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(role), new(file, line));
        message.Set(FieldNames.Content, ScalarNode.Of(content), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds a message to <c>messages</c> whose content may be anything that fits (LLM_GENERATION).</summary>
    /// <param name="role">Who says it: the API's word, in any letter case; null: must be unset.</param>
    /// <param name="content">What fits, made by <see cref="Match"/>.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] string? role, [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(role), new(file, line));
        message.Set(FieldNames.Content, content.ToNode(new(file, line)), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds an entry to <c>messages</c>: a message, all of it said inside (LLM_GENERATION).</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(Action<MessageBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.AddItem(FieldNames.Messages, new(file, line))));
        return this;
    }

    /// <summary>Adds a SYSTEM message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="content">What is said, with placeholders in the configuration's format; null: must be unset.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.System)]
    public RunConfigurationBuilder SystemMessage(
        [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, ScalarNode.Of(content), new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.System), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds a SYSTEM message to <c>messages</c> whose content may be anything that fits (LLM_GENERATION).</summary>
    /// <param name="content">What fits, made by <see cref="Match"/>.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.System)]
    public RunConfigurationBuilder SystemMessage(
        [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, content.ToNode(new(file, line)), new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.System), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds a USER message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="content">What is said, with placeholders in the configuration's format; null: must be unset.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.User)]
    public RunConfigurationBuilder UserMessage(
        [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, ScalarNode.Of(content), new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.User), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds a USER message to <c>messages</c> whose content may be anything that fits (LLM_GENERATION).</summary>
    /// <param name="content">What fits, made by <see cref="Match"/>.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.User)]
    public RunConfigurationBuilder UserMessage(
        [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, content.ToNode(new(file, line)), new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.User), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds an ASSISTANT message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="content">What is said, with placeholders in the configuration's format; null: must be unset.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.Assistant)]
    public RunConfigurationBuilder AssistantMessage(
        [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, ScalarNode.Of(content), new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.Assistant), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds an ASSISTANT message to <c>messages</c> whose content may be anything that fits (LLM_GENERATION).</summary>
    /// <param name="content">What fits, made by <see cref="Match"/>.</param>
    /// <param name="configure">Says what more there is to it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.Assistant)]
    public RunConfigurationBuilder AssistantMessage(
        [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, content.ToNode(new(file, line)), new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.Assistant), new(file, line));
        configure?.Invoke(new(message));
        return this;
    }

    /// <summary>Adds a TOOL message, which answers a tool call, to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="content">What is said, with placeholders in the configuration's format; null: must be unset.</param>
    /// <param name="toolCallId">The ID of the tool call that is answered; null says nothing.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.Tool)]
    public RunConfigurationBuilder ToolMessage(
        [TaskField(FieldNames.Content)] string? content, [TaskField(FieldNames.ToolCallId)] string? toolCallId = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, ScalarNode.Of(content), new(file, line));
        message.SetUnlessNull(FieldNames.ToolCallId, toolCallId, new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.Tool), new(file, line));
        return this;
    }

    /// <summary>Adds a TOOL message, which answers a tool call, to <c>messages</c>; its content may be anything that fits (LLM_GENERATION).</summary>
    /// <param name="content">What fits, made by <see cref="Match"/>.</param>
    /// <param name="toolCallId">The ID of the tool call that is answered; null says nothing.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.Tool)]
    public RunConfigurationBuilder ToolMessage(
        [TaskField(FieldNames.Content)] TextMatcher content, [TaskField(FieldNames.ToolCallId)] string? toolCallId = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        var message = mapping.AddItem(FieldNames.Messages, new(file, line));
        message.Set(FieldNames.Content, content.ToNode(new(file, line)), new(file, line));
        message.SetUnlessNull(FieldNames.ToolCallId, toolCallId, new(file, line));
        message.Set(FieldNames.Role, ScalarNode.Of(ApiWords.Tool), new(file, line));
        return this;
    }

    /// <summary>Says that <c>messages</c> must be unset: no messages.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.Messages, null)]
    public RunConfigurationBuilder NoMessages([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.Messages, new(file, line));
        return this;
    }
}
