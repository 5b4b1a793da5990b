using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says which form a response has.</summary>
public sealed class ResponseFormatBuilder
{
    private readonly MappingNode mapping;

    internal ResponseFormatBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets <c>type</c>: the form of the response.</summary>
    /// <param name="type">The type.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public ResponseFormatBuilder OfType(ResponseFormatType type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Sets <c>type</c> to a word that is known only as a text: the form of the response.</summary>
    /// <param name="type">The API's word, in any letter case; null: must be unset.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public ResponseFormatBuilder OfType(string? type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, ScalarNode.Of(type), new(file, line));
        return this;
    }

    /// <summary>Lets <c>type</c> be anything that fits: the form of the response.</summary>
    /// <param name="type">What fits, made by <see cref="Match"/>.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField(FieldNames.Type)]
    public ResponseFormatBuilder OfType(TextMatcher type, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.Set(FieldNames.Type, type.ToNode(new(file, line)), new(file, line));
        return this;
    }

    /// <summary>Sets <c>json_schema</c>: the schema of a JSON_SCHEMA response.</summary>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField(FieldNames.JsonSchema, Use = FieldUse.Object)]
    public ResponseFormatBuilder JsonSchema(Action<JsonSchemaBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetMapping(FieldNames.JsonSchema, new(file, line))));
        return this;
    }

    /// <summary>Says that <c>json_schema</c> must be unset: no schema.</summary>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskConstant(FieldNames.JsonSchema, null)]
    public ResponseFormatBuilder NoJsonSchema([CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetNull(FieldNames.JsonSchema, new(file, line));
        return this;
    }

    /// <summary>Sets a member that the API's description does not name to a text.</summary>
    /// <param name="key">The member's name.</param>
    /// <param name="value">The text; null: null.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ResponseFormatBuilder Parameter(string key, string? value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public ResponseFormatBuilder Parameter(string key, double value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public ResponseFormatBuilder Parameter(string key, long value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public ResponseFormatBuilder Parameter(string key, bool value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
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
    public ResponseFormatBuilder Parameter(
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
    public ResponseFormatBuilder ParameterList(
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
    public ResponseFormatBuilder ParameterNull(string key, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of((string?)null), new(file, line));
        return this;
    }
}
