using System.Text;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>The way from a task to a value in it, as results write it: <c>evaluators[ID].column_mappings.input</c>.</summary>
public sealed class FieldPath
{
    private readonly List<Step> steps = [];

    private readonly record struct Step(string? Name, string? Key, string? Label);

    /// <summary>Goes into a field, or a key of a free mapping.</summary>
    public void Enter(string name) => steps.Add(new Step(LongName.Of(name), null, null));

    /// <summary>Goes into an entry of a list.</summary>
    /// <param name="key">What tells the entry from the others: its key, or its position from 0.</param>
    /// <param name="label">How people know the entry, where that is another text: an evaluator's name.</param>
    public void EnterItem(string key, string? label = null) => steps.Add(new Step(null, LongName.Of(key), label is null ? null : LongName.Of(label)));

    /// <summary>Goes back by one.</summary>
    public void Leave() => steps.RemoveAt(steps.Count - 1);

    /// <summary>The path, with the keys of list entries.</summary>
    public override string ToString() => Write(useLabels: false, null);

    /// <summary>The path to a further field.</summary>
    public string To(string name) => Write(useLabels: false, name);

    /// <summary>The path with the names that people know list entries by.</summary>
    public string ToDisplay() => Write(useLabels: true, null);

    /// <summary>The key of an entry of a keyed list: its key field's text, or the text of the reference by name.</summary>
    public static string? KeyOf(FieldSpec list, ObjectView entry)
    {
        if (list.KeyedBy is not { } key)
            return null;
        if (entry[key].Text is { } text)
            return text;
        return entry.Spec.NameTwinOf(key) is { } byName ? entry[byName].Text : null;
    }

    /// <summary>The path of the mapping that a field stands in.</summary>
    /// <param name="path">The field's path.</param>
    /// <param name="field">The field.</param>
    internal static string Around(string path, string field)
    {
        var name = LongName.Of(field);
        return path.EndsWith(name, StringComparison.Ordinal) ? path.Substring(0, path.Length - name.Length) : path;
    }

    private string Write(bool useLabels, string? further)
    {
        var path = new StringBuilder();
        foreach (var step in steps)
            Append(path, step, useLabels);
        if (further is not null)
            Append(path, new Step(LongName.Of(further), null, null), useLabels);
        return path.ToString();
    }

    private static void Append(StringBuilder path, Step step, bool useLabels)
    {
        if (step.Name is not { } name)
            path.Append('[').Append(useLabels && step.Label is not null ? step.Label : step.Key).Append(']');
        else if (IsWord(name))
            path.Append(path.Length > 0 ? "." : "").Append(name);
        else
            path.Append("['").Append(name.Replace("\\", "\\\\").Replace("'", "\\'")).Append("']");
    }

    // A key of a free mapping may hold a dot; quoted, it cannot be taken for two steps.
    private static bool IsWord(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
}
