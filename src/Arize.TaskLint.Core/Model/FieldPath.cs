using System.Text;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>The way from a task to a value in it, as results write it: <c>evaluators[ID].column_mappings.input</c>.</summary>
public sealed class FieldPath
{
    private readonly List<Step> steps = [];

    private readonly record struct Step(string? Name, string? Key, string? Label, string? Value);

    private enum Form
    {
        Keys,
        Labels,
        Values,
    }

    /// <summary>Goes into a field, or a key of a free mapping.</summary>
    public void Enter(string name) => steps.Add(new Step(LongName.Of(name), null, null, null));

    /// <summary>Goes into an entry of a list.</summary>
    /// <param name="key">What tells the entry from the others: its key, or its position from 0.</param>
    /// <param name="label">How people know the entry, where that is another text: an evaluator's name.</param>
    /// <param name="value">The key itself, where results show another text in its place: the variable that it is filled in from.</param>
    public void EnterItem(string key, string? label = null, string? value = null) =>
        steps.Add(new Step(null, LongName.Of(key), label is null ? null : LongName.Of(label), value is null ? null : LongName.Of(value)));

    /// <summary>Goes back by one.</summary>
    public void Leave() => steps.RemoveAt(steps.Count - 1);

    /// <summary>The path, with the keys of list entries.</summary>
    public override string ToString() => Write(Form.Keys, null);

    /// <summary>The path to a further field.</summary>
    public string To(string name) => Write(Form.Keys, name);

    /// <summary>The path with the names that people know list entries by.</summary>
    public string ToDisplay() => Write(Form.Labels, null);

    /// <summary>The path with the keys themselves, which no output shows.</summary>
    internal string ToValues() => Write(Form.Values, null);

    /// <summary>
    /// The key of an entry of a keyed list, as results show it: its key field's text, or the text of the reference by name, with the names of
    /// variables in the place of their values.
    /// </summary>
    public static string? KeyOf(FieldSpec list, ObjectView entry) => KeyFieldOf(list, entry) is var key && IsVeiled(key)
        ? ((ScalarNode)key.Node!).ShownText
        : key.ShownText;

    /// <summary>The same key as it is compared; no output shows it.</summary>
    internal static string? KeyValueOf(FieldSpec list, ObjectView entry) => KeyFieldOf(list, entry).Text;

    private static FieldValue KeyFieldOf(FieldSpec list, ObjectView entry)
    {
        if (list.KeyedBy is not { } key)
            return default;
        return entry[key].Text is null && !IsVeiled(entry[key]) && entry.Spec.NameTwinOf(key) is { } byName ? entry[byName] : entry[key];
    }

    /// <summary>The path of the mapping that a field stands in.</summary>
    /// <param name="path">The field's path.</param>
    internal static string Around(string path, string field)
    {
        var name = LongName.Of(field);
        return path.EndsWith(name, StringComparison.Ordinal) ? path.Substring(0, path.Length - name.Length) : path;
    }

    // What the variables of the key are filled with is not known, but how it is written.
    private static bool IsVeiled(FieldValue key) => key is { State: ValueState.Unknown, Node: ScalarNode { IsFilled: true } };

    private string Write(Form form, string? further)
    {
        var path = new StringBuilder();
        foreach (var step in steps)
            Append(path, step, form);
        if (further is not null)
            Append(path, new Step(LongName.Of(further), null, null, null), form);
        return path.ToString();
    }

    private static void Append(StringBuilder path, Step step, Form form)
    {
        var key = form switch
        {
            Form.Labels => step.Label ?? step.Key,
            Form.Values => step.Value ?? step.Key,
            _ => step.Key,
        };
        if (step.Name is not { } name)
            path.Append('[').Append(key).Append(']');
        else if (IsWord(name))
            path.Append(path.Length > 0 ? "." : "").Append(name);
        else
            path.Append("['").Append(name.Replace("\\", "\\\\").Replace("'", "\\'")).Append("']");
    }

    // A key of a free mapping may hold a dot; quoted, it cannot be taken for two steps.
    private static bool IsWord(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
}
