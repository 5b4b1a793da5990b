using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>The initial value of a part that a fix adds: of the right kind and, where the kind permits it, recognisable as a placeholder.</summary>
public static class FillIn
{
    /// <summary>The beginning of a text that is to be replaced.</summary>
    public const string Mark = "TODO-";

    /// <summary>Whether a text is a placeholder that was not replaced yet.</summary>
    public static bool IsLeft(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>A field with a place to fill in.</summary>
    internal static AddEntry Add(MappingNode mapping, FieldSpec field, NewValue? value = null) =>
        new($"Add '{field.Name}', to be filled in", mapping, field, value ?? For(field));

    /// <summary>Of alternative fields: the one whose key has no value yet, otherwise the first that is missing.</summary>
    internal static FieldSpec Choose(ObjectView view, params FieldSpec[] fields) =>
        Array.Find(fields, field => view[field] is { State: ValueState.None, Place: var place } && place.End == place.Start)
        ?? Array.Find(fields, field => view[field].IsAbsent)
        ?? fields[0];

    /// <summary>A value for a field.</summary>
    internal static NewValue For(FieldSpec field) => field.Kind switch
    {
        // A text that must be JSON.
        _ when field == FunctionFields.Arguments => new NewText("""{"TODO": "arguments"}"""),
        // A message may have no content, but then it has no effect.
        _ when field == RunConfigurationFields.Messages => new NewList([With(Required(MessageFields.Spec), MessageFields.Content)]),
        ValueKind.Boolean => new NewPlain("true"),
        ValueKind.Number or ValueKind.Integer => new NewPlain("1"),
        ValueKind.Enum => new NewText(field.Enum!.Words[0]),
        ValueKind.Object => Required(field.Object!),
        ValueKind.ObjectList => new NewList([Required(field.Object!)]),
        ValueKind.TextList or ValueKind.AnyList => new NewList([Text(field)]),
        ValueKind.TextMap or ValueKind.AnyMap => new NewMapping([new NewEntry("input", new NewText(Mark + "input"))]),
        _ => Text(field),
    };

    /// <summary>A mapping with the fields that a table requires; references are by name, which people know.</summary>
    internal static NewMapping Required(ObjectSpec spec, ExperimentTypes type = ExperimentTypes.All) => new(
    [
        .. spec.Fields
            .Where(field => field.IsRequired && (field.ExperimentTypes & type) != 0)
            .Select(field => spec.NameTwinOf(field) ?? field)
            .Select(field => new NewEntry(field.Name, For(field))),
    ]);

    private static NewMapping With(NewMapping mapping, FieldSpec field) => new([.. mapping.Entries, new NewEntry(field.Name, For(field))]);

    private static NewText Text(FieldSpec field) => new(Mark + field.Name.Replace('_', '-') + (field.NameOf is null ? "" : "-name"));
}
