using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says which schema a response follows.</summary>
public sealed class JsonSchemaBuilder
{
    private readonly MappingNode mapping;

    internal JsonSchemaBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>name</c>: the schema's name.</summary>
    /// <param name="name">The name; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Name)]
    public JsonSchemaBuilder Named(string? name, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Name, ScalarNode.Of(name), new(file, line));
        return this;
    }

    /// <summary>Sets <c>description</c>: what the schema is for.</summary>
    /// <param name="description">A text for the model; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Description)]
    public JsonSchemaBuilder Description(string? description, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Description, ScalarNode.Of(description), new(file, line));
        return this;
    }

    /// <summary>Lets <c>description</c> be anything that fits: what the schema is for.</summary>
    /// <param name="description">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Description)]
    public JsonSchemaBuilder Description(TextMatcher description, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Description, description.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>schema</c>: the JSON Schema itself.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.Schema, Use = FieldUse.Object)]
    public JsonSchemaBuilder Schema(Action<ObjectBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.Schema, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>schema</c> must be unset: no schema.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.Schema, null)]
    public JsonSchemaBuilder NoSchema([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.Schema, new(file, line));
        return this;
    }

    /// <summary>Sets <c>strict</c>: whether the provider enforces the schema; the API's default is false.</summary>
    /// <param name="strict">Whether it does; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Strict)]
    public JsonSchemaBuilder Strict(bool? strict = true, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Strict, ScalarNode.Of(strict), new(file, line));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a text.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="value">The text; null: null.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public JsonSchemaBuilder Parameter(string key, string? value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public JsonSchemaBuilder Parameter(string key, double value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public JsonSchemaBuilder Parameter(string key, long value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public JsonSchemaBuilder Parameter(string key, bool value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public JsonSchemaBuilder Parameter(
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
    public JsonSchemaBuilder ParameterList(
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
    public JsonSchemaBuilder ParameterNull(string key, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of((string?)null), new(file, line));
        return this;
    }
}
