using System.Text.Json;

namespace Arize.TaskLint.Client.Spans;

/// <summary>Tells the forms in which pandas writes a data frame as JSON and that have no object for each row.</summary>
internal static class DataFrames
{
    private const string Needed = "; write its rows: df.to_json('rows.jsonl', orient='records', lines=True, date_format='iso')";

    // The columns of spans that never hold an object.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "name", "span_kind", "parent_id", "start_time", "end_time", "status_code", "status_message", "latency_ms",
        "context.trace_id", "context.span_id", "trace_id", "span_id",
    };

    /// <summary>What form it is, and what is needed; null if it is none.</summary>
    /// <param name="head">The first bytes of a file.</param>
    internal static string? Of(ReadOnlySpan<byte> head)
    {
        try
        {
            var reader = ReaderOf(head);
            if (!reader.Read())
                return null;
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                return reader.Read() && reader.TokenType == JsonTokenType.StartArray
                    ? "a data frame as lists of values (orient='values'), without names of columns" + Needed
                    : null;
            }

            if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
                return null;
            return OfFirst(ref reader);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether it is the form that has a description of its columns first, and its rows as objects behind it (orient='table').</summary>
    internal static bool IsTable(ReadOnlySpan<byte> head)
    {
        var reader = ReaderOf(head);
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("schema"u8)
                && reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("fields"u8);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? OfFirst(ref Utf8JsonReader reader)
    {
        var first = reader.GetString()!;
        var isByRow = IsNumber(first);
        if (!reader.Read())
            return null;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            // The names of columns; a list of rows has objects.
            return first == "columns" || (first == "index" && reader.Read() && reader.TokenType != JsonTokenType.StartObject)
                ? "a data frame in parts (orient='split')" + Needed
                : null;
        }

        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            return null;
        var key = reader.GetString()!;
        if (isByRow)
            return "a data frame with an object of all rows (orient='index')" + Needed;
        if (IsNumber(key) || Plain.Contains(first) || IsKeyOfNext(ref reader, key))
            return "a data frame by columns, as df.to_json() writes it" + Needed;
        return null;
    }

    // By columns, all have the keys of the rows.
    private static bool IsKeyOfNext(ref Utf8JsonReader reader, string key)
    {
        while (reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.Read() || !reader.TrySkip() || !reader.Read())
                return false;
        }

        return reader.TokenType == JsonTokenType.EndObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
            && reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
            && reader.ValueTextEquals(key);
    }

    private static Utf8JsonReader ReaderOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(System.Text.Encoding.UTF8.Preamble))
            head = head[3..];
        return new Utf8JsonReader(head, isFinalBlock: false, default);
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
