using System.Text.Json;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Reporting;

/// <summary>Writes the values of declarations and live tasks as JSON.</summary>
internal static class JsonValues
{
    /// <summary>Writes a value.</summary>
    /// <param name="value">The value; null for none.</param>
    /// <param name="kind">The kind in the schema.</param>
    /// <param name="clean">Removes the secret from a text.</param>
    internal static void Write(Utf8JsonWriter writer, Node? value, ValueKind kind, Func<string, string> clean)
    {
        switch (value)
        {
            case null or ScalarNode { IsNull: true }:
                writer.WriteNullValue();
                break;
            case ScalarNode scalar:
                WriteScalar(writer, scalar, kind, clean);
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item, kind == ValueKind.TextList ? ValueKind.Text : ValueKind.Any, clean);
                writer.WriteEndArray();
                break;
            case MappingNode mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WritePropertyName(clean(entry.Key.Text));
                    Write(writer, entry.Value, kind == ValueKind.TextMap ? ValueKind.Text : ValueKind.Any, clean);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, ScalarNode scalar, ValueKind kind, Func<string, string> clean)
    {
        var mayBeTyped = scalar.IsPlain && kind is not (ValueKind.Text or ValueKind.Enum or ValueKind.Date);
        if (mayBeTyped && PlainScalar.TryBoolean(scalar.Text, out var truth))
            writer.WriteBooleanValue(truth);
        else if (mayBeTyped && PlainScalar.TryNumber(scalar.Text, out var number))
            WriteNumber(writer, scalar.Text, number);
        else
            writer.WriteStringValue(clean(scalar.Text));
    }

    // As it is written, if that is valid JSON: 0.10 stays 0.10, and no digit of a long number is lost.
    private static void WriteNumber(Utf8JsonWriter writer, string text, double number)
    {
        var digits = text.AsSpan().TrimStart('-');
        var isJson = char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && (digits.Length == 1 || digits[0] != '0' || !char.IsAsciiDigit(digits[1]))
            && !text.Contains(".e", StringComparison.OrdinalIgnoreCase);
        if (isJson)
            writer.WriteRawValue(text);
        else
            writer.WriteNumberValue(number);
    }
}
