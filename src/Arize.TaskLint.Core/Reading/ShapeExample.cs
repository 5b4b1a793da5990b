using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Reading;

/// <summary>How a field that holds a list or a mapping is written, in two lines of YAML, with what somebody wrote in a shape of its own.</summary>
internal static class ShapeExample
{
    /// <summary>The two lines, or null for a field that holds a single value.</summary>
    internal static string? Of(FieldSpec field, Node written)
    {
        var text = written is ScalarNode { IsNull: false, Unknown: null, IsFilled: false } scalar && IsSimple(scalar.Text) ? scalar.Text : null;
        var line = field.Kind switch
        {
            ValueKind.ObjectList => "- " + FirstEntry(field.Object!, text, written as MappingNode),
            ValueKind.Object => FirstEntry(field.Object!, null, null),
            ValueKind.TextList => "- " + (text ?? "ID"),
            ValueKind.TextMap => "output: attributes.output.value",
            ValueKind.NumberMap => $"{text ?? "correct"}: 1",
            _ => null,
        };
        return line is null ? null : $"{field.Name}:\n  {line}";
    }

    // What tells an entry from the others comes first, and by its name where it has one.
    private static string FirstEntry(ObjectSpec spec, string? text, MappingNode? written)
    {
        foreach (var own in written?.Entries ?? [])
        {
            if (spec.Find(own.Key.Text) is not null
                && own.Value is ScalarNode { IsNull: false, Unknown: null, IsFilled: false } value && IsSimple(value.Text))
            {
                return $"{own.Key.Text}: {value.Text}";
            }
        }

        var field = spec.Fields.FirstOrDefault(one => one.IsRequired) ?? spec.Fields[0];
        field = spec.NameTwinOf(field) ?? field;
        return $"{field.Name}: {field switch
        {
            { Kind: ValueKind.Enum } => field.Enum!.Words[0],
            { Kind: ValueKind.Text } => text ?? "NAME",
            { Kind: ValueKind.Number or ValueKind.Integer } => "1",
            { Kind: ValueKind.Boolean } => "true",
            _ => "…",
        }}";
    }

    // Needs no quotes, and is short enough for an example.
    private static bool IsSimple(string text) =>
        text.Length is > 0 and <= 60 && char.IsLetterOrDigit(text[0])
            && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '=' or '/') && !text.EndsWith(" ", StringComparison.Ordinal);
}
