using System.Runtime.CompilerServices;
using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>Adds values to a list that may hold any values.</summary>
public sealed class ListBuilder
{
    private readonly ListNode list;

    internal ListBuilder(ListNode list) => this.list = list;

    /// <summary>Appends a text.</summary>
    /// <param name="value">The text; null: null.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField("")]
    public ListBuilder Add(string? value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        list.Add(ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Appends a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField("")]
    public ListBuilder Add(double value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        list.Add(ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Appends a whole number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField("")]
    public ListBuilder Add(long value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        list.Add(ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Appends a truth value.</summary>
    /// <param name="value">The truth value.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    [TaskField("")]
    public ListBuilder Add(bool value, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        list.Add(ScalarNode.Of(value), new(file, line));
        return this;
    }

    /// <summary>Appends a mapping.</summary>
    /// <param name="configure">Sets the fields of the mapping.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.Item)]
    public ListBuilder AddObject(Action<ObjectBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(list.AddMapping(new(file, line))));
        return this;
    }

    /// <summary>Appends a list.</summary>
    /// <param name="configure">Adds the values of the list.</param>
    /// <param name="line">The calling line; the compiler fills it in.</param>
    /// <param name="file">The calling file; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    [TaskField("", Use = FieldUse.List)]
    public ListBuilder AddList(Action<ListBuilder> configure, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null)
    {
        Needed.Argument(configure, nameof(configure));
        configure(new(list.AddList(new(file, line))));
        return this;
    }
}
