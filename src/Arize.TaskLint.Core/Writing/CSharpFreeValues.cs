using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Writes values that the schema knows nothing of, with the builders' methods for them.</summary>
/// <param name="calls">Takes what is written.</param>
/// <param name="note">Takes messages about values that code cannot declare.</param>
internal sealed class CSharpFreeValues(CSharpCalls calls, Action<string> note)
{
    private const int LongestList = 80;

    /// <summary>A value whose shape is not known: Set, SetList and SetNull of a mapping, or the same with Parameter.</summary>
    internal void Write(string method, string key, WrittenValue value, int column)
    {
        var quoted = CSharpText.Literal(key, column + 4);
        if (ObjectSpec.IsOwnKey(key))
            Lose(key);
        else if (value is WrittenMapping mapping)
            Open(method, column, key, quoted, mapping);
        else if (value is WrittenList list)
            Open(method + "List", column, key, quoted, list);
        else if (value is WrittenPlain plain && PlainScalar.IsNull(plain.Text))
            calls.Call(method + "Null", column, quoted);
        else if (Scalar(value, column + 4) is { } scalar)
            calls.Call(method, column, $"{quoted}, {scalar}");
        else
            Lose(key);
    }

    /// <summary>A call with a mapping or list that has any members.</summary>
    internal void Open(string method, int column, string key, string? first, WrittenValue value)
    {
        var isEmpty = value is WrittenMapping { Entries.Count: 0 } or WrittenList { Items.Count: 0 };
        if (isEmpty)
        {
            calls.Call(method, column, $"{(first is null ? "" : first + ", ")}_ => {{ }}");
            return;
        }

        if (value is WrittenList { Items: var items } && Short(items) is { } added)
        {
            calls.Call(method, column, $"{(first is null ? "" : first + ", ")}list => list{added}");
            return;
        }

        calls.Open(method, column, CSharpText.Parameter(key, value is WrittenList ? "list" : "value"), first, at =>
        {
            foreach (var entry in (value as WrittenMapping)?.Entries ?? [])
                Write("Set", entry.Key, entry.Value, at);
            foreach (var item in (value as WrittenList)?.Items ?? [])
                FreeItem(item.Value, at);
        });
    }

    // The calls for a few words or numbers, on one line; null for other lists.
    private static string? Short(IReadOnlyList<WrittenItem> items)
    {
        var added = new StringBuilder();
        foreach (var item in items)
        {
            if (item.Value is not (WrittenText or WrittenPlain) || (item.Value is WrittenPlain { Text: var word } && PlainScalar.IsNull(word))
                || Scalar(item.Value, 0) is not { } scalar)
            {
                return null;
            }

            added.Append(".Add(").Append(scalar).Append(')');
        }

        return added.Length <= LongestList && added.ToString() is var text && text.IndexOf('\n') < 0 ? text : null;
    }

    private void FreeItem(WrittenValue value, int column)
    {
        if (value is WrittenMapping mapping)
            Open("AddObject", column, "item", null, mapping);
        else if (value is WrittenList list)
            Open("AddList", column, "list", null, list);
        else if (value is WrittenPlain plain && PlainScalar.IsNull(plain.Text))
            calls.Call("Add", column, "null");
        else if (Scalar(value, column + 4) is { } scalar)
            calls.Call("Add", column, scalar);
        else
            Lose(((WrittenPlain)value).Text);
    }

    /// <summary>A text, a number or a truth value in C#; null for a number that C# does not have.</summary>
    internal static string? Scalar(WrittenValue value, int column) => value switch
    {
        WrittenText content => CSharpText.Literal(content.Text, column),
        WrittenPlain { Text: "true" or "false" } plain => plain.Text,
        WrittenPlain plain => CSharpText.Number(plain.Text),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Says that a value cannot be declared in code.</summary>
    internal void Lose(string key) => note(
        $"'{Excerpt.Of(key)}' cannot be declared in C#, so it is not in sync where it is compared; declare the task in YAML");
}
