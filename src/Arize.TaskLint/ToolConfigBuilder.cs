using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says which tools a model may call.</summary>
public sealed class ToolConfigBuilder
{
    private readonly MappingNode mapping;

    internal ToolConfigBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Adds an entry to <c>tools</c>: a tool, as the provider describes it.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.Tools, Use = FieldUse.Item)]
    public ToolConfigBuilder Tool(Action<ObjectBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.AddItem(FieldNames.Tools, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>tools</c> must be unset: no tools.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.Tools, null)]
    public ToolConfigBuilder NoTools([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.Tools, new(file, line));
        return this;
    }

    /// <summary>Sets <c>tool_choice</c>: which tool is called.</summary>
    /// <param name="choice">The provider's word, such as <c>auto</c>; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.ToolChoice)]
    public ToolConfigBuilder ToolChoice(string? choice, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.ToolChoice, ScalarNode.Of(choice), new(file, line));
        return this;
    }

    /// <summary>Says that <c>tool_choice</c> must be unset: no choice.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.ToolChoice, null)]
    public ToolConfigBuilder NoToolChoice([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.ToolChoice, new(file, line));
        return this;
    }

    /// <summary>Sets <c>tool_choice</c>: which tool is called, as the provider describes it.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.ToolChoice, Use = FieldUse.Object)]
    public ToolConfigBuilder ToolChoice(Action<ObjectBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.ToolChoice, new(file, line))));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a text.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="value">The text; null: null.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ToolConfigBuilder Parameter(string key, string? value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a number.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ToolConfigBuilder Parameter(string key, double value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a whole number.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ToolConfigBuilder Parameter(string key, long value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a truth value.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="value">The truth value.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ToolConfigBuilder Parameter(string key, bool value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a mapping.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ToolConfigBuilder Parameter(
        string key, [TaskField("", Use = FieldUse.Object)] Action<ObjectBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetFreeMapping(Needed.Argument(key, nameof(key)), new(file, line))));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a list.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ToolConfigBuilder ParameterList(
        string key, [TaskField("", Use = FieldUse.List)] Action<ListBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetFreeList(Needed.Argument(key, nameof(key)), new(file, line))));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to null.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ToolConfigBuilder ParameterNull(string key, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of((string?)null), new(file, line));
        return this;
    }
}
