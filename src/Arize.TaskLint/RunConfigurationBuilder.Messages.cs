using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

public sealed partial class RunConfigurationBuilder
{
    /// <summary>Adds a message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="role">Who says it.</param>
    /// <param name="content">What is said, with placeholders in the configuration's format, or null if the field must be unset.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] MessageRole role, [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(ScalarNode.Of(role), ScalarNode.Of(content), configure, new(file, line));
        return this;
    }

    /// <summary>Adds a message to <c>messages</c> with any fitting content (LLM_GENERATION).</summary>
    /// <param name="role">Who says it.</param>
    /// <param name="content">The matcher, made by <see cref="Match"/>.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] MessageRole role, [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(ScalarNode.Of(role), content.ToNode(new(file, line)), configure, new(file, line));
        return this;
    }

    /// <summary>Adds a message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="role">Who says it: the API's word, in any letter case, or null if the field must be unset.</param>
    /// <param name="content">What is said, with placeholders in the configuration's format, or null if the field must be unset.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] string? role, [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(ScalarNode.Of(role), ScalarNode.Of(content), configure, new(file, line));
        return this;
    }

    /// <summary>Adds a message to <c>messages</c> with any fitting content (LLM_GENERATION).</summary>
    /// <param name="role">Who says it: the API's word, in any letter case, or null if the field must be unset.</param>
    /// <param name="content">The matcher, made by <see cref="Match"/>.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    public RunConfigurationBuilder Message(
        [TaskField(FieldNames.Role)] string? role, [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(ScalarNode.Of(role), content.ToNode(new(file, line)), configure, new(file, line));
        return this;
    }

    /// <summary>Adds an entry to <c>messages</c>: a message, with all fields set by <paramref name="configure"/> (LLM_GENERATION).</summary>
    /// <param name="configure">Sets the fields of the mapping.</param>
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
    /// <param name="content">What is said, with placeholders in the configuration's format, or null if the field must be unset.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.System)]
    public RunConfigurationBuilder SystemMessage(
        [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(ScalarNode.Of(content), ApiWords.System, configure, new(file, line));
        return this;
    }

    /// <summary>Adds a SYSTEM message to <c>messages</c> with any fitting content (LLM_GENERATION).</summary>
    /// <param name="content">The matcher, made by <see cref="Match"/>.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.System)]
    public RunConfigurationBuilder SystemMessage(
        [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(content.ToNode(new(file, line)), ApiWords.System, configure, new(file, line));
        return this;
    }

    /// <summary>Adds a USER message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="content">What is said, with placeholders in the configuration's format, or null if the field must be unset.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.User)]
    public RunConfigurationBuilder UserMessage(
        [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(ScalarNode.Of(content), ApiWords.User, configure, new(file, line));
        return this;
    }

    /// <summary>Adds a USER message to <c>messages</c> with any fitting content (LLM_GENERATION).</summary>
    /// <param name="content">The matcher, made by <see cref="Match"/>.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.User)]
    public RunConfigurationBuilder UserMessage(
        [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(content.ToNode(new(file, line)), ApiWords.User, configure, new(file, line));
        return this;
    }

    /// <summary>Adds an ASSISTANT message to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="content">What is said, with placeholders in the configuration's format, or null if the field must be unset.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.Assistant)]
    public RunConfigurationBuilder AssistantMessage(
        [TaskField(FieldNames.Content)] string? content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(ScalarNode.Of(content), ApiWords.Assistant, configure, new(file, line));
        return this;
    }

    /// <summary>Adds an ASSISTANT message to <c>messages</c> with any fitting content (LLM_GENERATION).</summary>
    /// <param name="content">The matcher, made by <see cref="Match"/>.</param>
    /// <param name="configure">Sets further fields of it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Messages, Use = FieldUse.Item)]
    [TaskConstant(FieldNames.Role, ApiWords.Assistant)]
    public RunConfigurationBuilder AssistantMessage(
        [TaskField(FieldNames.Content)] TextMatcher content, Action<MessageBuilder>? configure = null,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        AddMessage(content.ToNode(new(file, line)), ApiWords.Assistant, configure, new(file, line));
        return this;
    }

    /// <summary>Adds a TOOL message, which answers a tool call, to <c>messages</c> (LLM_GENERATION).</summary>
    /// <param name="content">What is said, with placeholders in the configuration's format, or null if the field must be unset.</param>
    /// <param name="toolCallId">The ID of the tool call that is answered, or null to leave it out.</param>
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

    /// <summary>Adds a TOOL message, which answers a tool call, to <c>messages</c>, with any fitting content (LLM_GENERATION).</summary>
    /// <param name="content">The matcher, made by <see cref="Match"/>.</param>
    /// <param name="toolCallId">The ID of the tool call that is answered, or null to leave it out.</param>
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

    private void AddMessage(ScalarNode role, DocumentNode content, Action<MessageBuilder>? configure, CallPlace place)
    {
        var message = mapping.AddItem(FieldNames.Messages, place);
        message.Set(FieldNames.Role, role, place);
        message.Set(FieldNames.Content, content, place);
        configure?.Invoke(new(message));
    }

    // The role is what the method is named for, so it follows what the arguments set.
    private void AddMessage(DocumentNode content, string role, Action<MessageBuilder>? configure, CallPlace place)
    {
        var message = mapping.AddItem(FieldNames.Messages, place);
        message.Set(FieldNames.Content, content, place);
        message.Set(FieldNames.Role, ScalarNode.Of(role), place);
        configure?.Invoke(new(message));
    }
}
