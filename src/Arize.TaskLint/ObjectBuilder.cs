using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Says what is in a mapping of free keys. Keys that begin with <c>x-</c> are the author's own, and not written.</summary>
public sealed class ObjectBuilder
{
    private readonly MappingNode mapping;

    internal ObjectBuilder(MappingNode mapping) => this.mapping = mapping;

    /// <summary>Sets a key to a text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The text; null: null.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ObjectBuilder Set(string key, string? value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a key to a number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ObjectBuilder Set(string key, double value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a key to a whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ObjectBuilder Set(string key, long value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a key to a truth value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The truth value.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ObjectBuilder Set(string key, bool value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Sets a key to a mapping.</summary>
    /// <param name="key">The key.</param>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ObjectBuilder Set(
        string key, [TaskField("", Use = FieldUse.Object)] Action<ObjectBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetFreeMapping(Needed.Argument(key, nameof(key)), new(file, line))));
        return this;
    }

    /// <summary>Sets a key to a list.</summary>
    /// <param name="key">The key.</param>
    /// <param name="configure">Says what is in it.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ObjectBuilder SetList(
        string key, [TaskField("", Use = FieldUse.List)] Action<ListBuilder> configure,
        [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(mapping.SetFreeList(Needed.Argument(key, nameof(key)), new(file, line))));
        return this;
    }

    /// <summary>Sets a key to null.</summary>
    /// <param name="key">The key.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [TaskField("", Use = FieldUse.Entry)]
    public ObjectBuilder SetNull(string key, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        mapping.SetFree(Needed.Argument(key, nameof(key)), ScalarNode.Of((string?)null), new(file, line));
        return this;
    }
}
