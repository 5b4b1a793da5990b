using System.Text.Json;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Reporting;

/// <summary>Writes JSON of which no text holds the secret; names of the format's own are left as they are.</summary>
internal sealed class CleanJsonWriter(Utf8JsonWriter json, Secret? secret) : IDisposable
{
    internal long BytesPending => json.BytesPending;

    public void Dispose() => json.Dispose();

    internal void Flush() => json.Flush();

    internal void WriteString(string name, string? text) => json.WriteString(name, Clean(text));

    internal void WriteStringValue(string text) => json.WriteStringValue(Clean(text));

    /// <summary>A name that somebody else chose.</summary>
    internal void WriteKey(string name) => json.WritePropertyName(Clean(name)!);

    internal void WritePropertyName(string name) => json.WritePropertyName(name);

    internal void WriteNumber(string name, int number) => json.WriteNumber(name, number);

    internal void WriteNumberValue(double number) => json.WriteNumberValue(number);

    internal void WriteRawValue(string number) => json.WriteRawValue(number);

    internal void WriteBoolean(string name, bool truth) => json.WriteBoolean(name, truth);

    internal void WriteBooleanValue(bool truth) => json.WriteBooleanValue(truth);

    internal void WriteNull(string name) => json.WriteNull(name);

    internal void WriteNullValue() => json.WriteNullValue();

    internal void WriteStartArray() => json.WriteStartArray();

    internal void WriteStartArray(string name) => json.WriteStartArray(name);

    internal void WriteEndArray() => json.WriteEndArray();

    internal void WriteStartObject() => json.WriteStartObject();

    internal void WriteStartObject(string name) => json.WriteStartObject(name);

    internal void WriteEndObject() => json.WriteEndObject();

    private string? Clean(string? text) => text is null || secret is null ? text : secret.StrikeOut(text);
}
