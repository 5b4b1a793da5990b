using System.Globalization;
using System.Text;
using System.Text.Json;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Spans;

/// <summary>Reads a span as the OpenTelemetry collector's file exporter writes it (OTLP JSON) into the columns that Arize makes of it.</summary>
/// <param name="tree">The columns.</param>
/// <param name="row">The row to fill.</param>
/// <param name="values">Reads values.</param>
internal sealed class OtlpParser(ColumnTree tree, SampleRow row, RowParser values)
{
    private const string ProjectKey = "openinference.project.name";

    /// <summary>The project that a resource is of; null if it does not say.</summary>
    /// <param name="json">The resource.</param>
    internal static string? ProjectOf(ReadOnlySpan<byte> json)
    {
        using var document = Document(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("attributes", out var attributes)
            || attributes.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var one in attributes.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("key", out var key) && key.ValueEquals(ProjectKey)
                && one.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
                && value.TryGetProperty("stringValue", out var text) && text.ValueKind == JsonValueKind.String)
            {
                return text.GetString();
            }
        }

        return null;
    }

    /// <summary>Reads a span.</summary>
    /// <exception cref="JsonException">It is not JSON, or no span.</exception>
    internal void Read(ReadOnlySpan<byte> json)
    {
        values.Begin();
        row.IsSpan = true;
        using var document = Document(json);
        var span = document.RootElement;
        Text("name"u8, span, "name");
        Text("context.trace_id"u8, span, "traceId", "trace_id");
        Text("context.span_id"u8, span, "spanId", "span_id");
        Text("parent_id"u8, span, "parentSpanId", "parent_span_id");
        var (start, end) = (Time("start_time"u8, span, "startTimeUnixNano", "start_time_unix_nano"),
            Time("end_time"u8, span, "endTimeUnixNano", "end_time_unix_nano"));
        if (start is { } from && end is { } to && to >= from)
            Take(Column("latency_ms"u8), SpanValue.OfNumber((to - from) / 1_000_000.0));
        ReadStatus(span);
        if (Member(span, "attributes") is { ValueKind: JsonValueKind.Array } attributes)
            ReadAttributes(attributes, tree.Attributes);
        if (Member(span, "events") is { ValueKind: JsonValueKind.Array } events && events.GetArrayLength() > 0)
            ReadEvents(events);
    }

    private static JsonDocument Document(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RowParser.MaximumDepth });
        return JsonDocument.ParseValue(ref reader);
    }

    private void ReadStatus(JsonElement span)
    {
        var status = Member(span, "status") is { ValueKind: JsonValueKind.Object } one ? one : default;
        var code = status.ValueKind == JsonValueKind.Object && status.TryGetProperty("code", out var given) ? given : default;
        var word = code.ValueKind switch
        {
            JsonValueKind.Number when code.TryGetInt32(out var number) => number switch { 1 => "OK", 2 => "ERROR", _ => "UNSET" },
            JsonValueKind.String when code.GetString() is { } text => text.Replace("STATUS_CODE_", "", StringComparison.Ordinal),
            _ => "UNSET",
        };
        Take(Column("status_code"u8), SpanValue.OfText(word));
        if (status.ValueKind == JsonValueKind.Object)
            Text("status_message"u8, status, "message");
    }

    private void ReadAttributes(JsonElement attributes, ColumnNode around)
    {
        foreach (var one in attributes.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Object || !one.TryGetProperty("key", out var key) || key.ValueKind != JsonValueKind.String
                || !one.TryGetProperty("value", out var value))
            {
                throw new JsonException("an attribute has no key or no value");
            }

            ReadAny(value, around.Child(Encoding.UTF8.GetBytes(key.GetString()!)));
        }
    }

    // A value is an object with one member, which names its kind.
    private void ReadAny(JsonElement value, ColumnNode node)
    {
        var json = Plain(value);
        if (json is null)
            return;
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = RowParser.MaximumDepth });
        reader.Read();
        values.ReadValue(ref reader, bytes, node, isDerived: false);
    }

    private static string? Plain(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw new JsonException("the value of an attribute is not as OTLP has it");
        foreach (var member in value.EnumerateObject())
        {
            switch (member.Name)
            {
                case "stringValue" or "bytesValue" or "string_value" or "bytes_value":
                    return member.Value.GetRawText();
                // Integers are texts, so that no reader makes them less exact.
                case "intValue" or "int_value" when member.Value.ValueKind == JsonValueKind.String
                    && long.TryParse(member.Value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                    return number.ToString(CultureInfo.InvariantCulture);
                case "intValue" or "doubleValue" or "boolValue" or "int_value" or "double_value" or "bool_value":
                    return member.Value.GetRawText();
                case "arrayValue" or "array_value":
                    return $"[{string.Join(",", ItemsOf(member.Value).Select(item => Plain(item) ?? "null"))}]";
                case "kvlistValue" or "kvlist_value":
                    return $"{{{string.Join(",", ItemsOf(member.Value).Select(Pair))}}}";
            }
        }

        return null;
    }

    private static string Pair(JsonElement pair) => $"{pair.GetProperty("key").GetRawText()}:{Plain(pair.GetProperty("value")) ?? "null"}";

    private static List<JsonElement> ItemsOf(JsonElement list) =>
        list.ValueKind == JsonValueKind.Object && list.TryGetProperty("values", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray()]
            : [];

    private void ReadEvents(JsonElement events)
    {
        Take(Column("events"u8), SpanValue.OfStructure(TextOf(events)));
        var attributes = events.EnumerateArray()
            .Select(one => Member(one, "attributes"))
            .Where(own => own.ValueKind == JsonValueKind.Array)
            .Select(own => $"{{{string.Join(",", own.EnumerateArray().Select(Pair))}}}")
            .ToList();
        if (attributes.Count > 0)
            Take(Column("event.attributes"u8), SpanValue.OfStructure($"[{string.Join(",", attributes)}]"));
    }

    private static string TextOf(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            element.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Text(ReadOnlySpan<byte> column, JsonElement around, params ReadOnlySpan<string> members)
    {
        if (Member(around, members) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text)
            Take(Column(column), SpanValue.OfText(text));
    }

    private ulong? Time(ReadOnlySpan<byte> column, JsonElement span, params ReadOnlySpan<string> members)
    {
        var value = Member(span, members);
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds) || nanoseconds == 0)
            return null;
        var ticks = (long)Math.Min(nanoseconds / 100, (ulong)(DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks));
        var written = DateTime.UnixEpoch.AddTicks(ticks).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        Take(Column(column), SpanValue.OfText(written));
        return nanoseconds;
    }

    private static JsonElement Member(JsonElement around, params ReadOnlySpan<string> names)
    {
        if (around.ValueKind != JsonValueKind.Object)
            throw new JsonException("it is no span");
        foreach (var name in names)
        {
            if (around.TryGetProperty(name, out var value))
                return value;
        }

        return default;
    }

    private ColumnNode Column(ReadOnlySpan<byte> name) => tree.Root.Child(name);

    private void Take(ColumnNode node, SpanValue value)
    {
        row.Note(node.Number, value.Kind is SpanValueKind.Text or SpanValueKind.Structure);
        values.Take(node, value, isDerived: false);
    }
}
