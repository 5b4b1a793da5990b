using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>A value as one text: two values that differ have two texts.</summary>
internal static class NodeText
{
    internal static string Of(Node? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>A side of a change as one text: two values that are the same in the comparison have the same text.</summary>
    internal static string Compared(Node? value, Change change)
    {
        var text = new StringBuilder();
        AppendCompared(text, value, change.ValueKind, change.Field?.Equality ?? Equality.ByKind, change.Field?.Object);
        return text.ToString();
    }

    private static void AppendCompared(StringBuilder text, Node? value, ValueKind kind, Equality equality, ObjectSpec? spec)
    {
        switch (value)
        {
            case null or ScalarNode { IsNull: true }:
                text.Append("null");
                break;
            case ScalarNode scalar:
                var compared = Values.Compared(kind, equality, scalar);
                text.Append(compared.Length).Append(':').Append(compared);
                break;
            case ListNode list:
                text.Append('[');
                foreach (var item in list.Items)
                    AppendCompared(text, item, KindWithin(kind), equality, spec);
                text.Append(']');
                break;
            case MappingNode mapping:
                text.Append('{');
                var entries = mapping.Entries.Where(entry => !Values.IsNone(null, entry.Value));
                foreach (var entry in entries.OrderBy(entry => entry.Key.Text, StringComparer.Ordinal))
                {
                    text.Append(entry.Key.Text.Length).Append(':').Append(entry.Key.Text);
                    if (spec?.Find(entry.Key.Text) is { } field)
                        AppendCompared(text, entry.Value, field.Kind, field.Equality, field.Object);
                    else
                        AppendCompared(text, entry.Value, KindWithin(kind), equality, null);
                }

                text.Append('}');
                break;
        }
    }

    private static ValueKind KindWithin(ValueKind kind) => kind switch
    {
        ValueKind.TextList or ValueKind.TextMap => ValueKind.Text,
        ValueKind.NumberMap => ValueKind.Number,
        ValueKind.ObjectList => ValueKind.Object,
        <= ValueKind.Date => kind,
        _ => ValueKind.Any,
    };

    private static void Append(StringBuilder text, Node? value)
    {
        switch (value)
        {
            case null or ScalarNode { IsNull: true }:
                text.Append("null");
                break;
            case ScalarNode scalar:
                text.Append(scalar.Text.Length).Append(':').Append(scalar.Text);
                break;
            case ListNode list:
                text.Append('[');
                foreach (var item in list.Items)
                    Append(text, item);
                text.Append(']');
                break;
            case MappingNode mapping:
                text.Append('{');
                // The API promises no order of an object's members.
                foreach (var entry in mapping.Entries.OrderBy(entry => entry.Key.Text, StringComparer.Ordinal))
                {
                    text.Append(entry.Key.Text.Length).Append(':').Append(entry.Key.Text);
                    Append(text, entry.Value);
                }

                text.Append('}');
                break;
        }
    }
}
