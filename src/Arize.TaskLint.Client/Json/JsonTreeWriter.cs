using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Client.Json;

/// <summary>Writes a tree as JSON: the same tree as the same bytes.</summary>
public static class JsonTreeWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The text, with a line break at its end.</summary>
    /// <param name="root">The tree.</param>
    public static string TextOf(Node root)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
            Write(json, root);
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case MappingNode mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    json.WritePropertyName(entry.Key.Text);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case ListNode list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case ScalarNode { IsPlain: true } plain:
                WritePlain(json, plain);
                break;
            case ScalarNode text:
                json.WriteStringValue(text.Text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    private static void WritePlain(Utf8JsonWriter json, ScalarNode plain)
    {
        if (plain.IsNull)
            json.WriteNullValue();
        else if (plain.Text is "true" or "false")
            json.WriteBooleanValue(plain.Text == "true");
        // 1.0 is the number 1.
        else if (decimal.TryParse(plain.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number != 0)
            json.WriteRawValue(Shortest(number));
        else
            json.WriteRawValue(double.TryParse(plain.Text, CultureInfo.InvariantCulture, out var zero) && zero == 0 ? "0" : plain.Text);
    }

    private static string Shortest(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
