using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Writes the answers, one JSON object a line.</summary>
internal sealed class AnswerWriter(Stream stream)
{
    private readonly Lock gate = new();

    /// <summary>Says that the input at a position of the command line is read from here on.</summary>
    internal void Begin(int input) => Write("x-input", json => json.WriteNumberValue(input));

    /// <summary>Passes on what user code prints.</summary>
    internal void Print(string text) => Write("x-print", json => json.WriteStringValue(text));

    /// <summary>Says why the input, or a catalog of it, cannot be read.</summary>
    internal void Fail(IReadOnlyList<string> messages) => WriteTexts("x-error", messages);

    /// <summary>Passes on what a catalog declares.</summary>
    internal void Declare(string document) => Write(Encoding.UTF8.GetBytes(document));

    /// <summary>Says which diagnostics the project switches off.</summary>
    internal void NoWarn(IReadOnlyList<string> ids) => WriteTexts("x-nowarn", ids);

    /// <summary>Writes the suppressions in the sources of the input, and their places.</summary>
    internal void Suppress(CodeSources sources)
    {
        WriteAll("x-suppressions", sources.Suppressions, (json, one) =>
        {
            json.WriteString("file", one.File);
            json.WriteNumber("first", one.First);
            json.WriteNumber("last", one.Last);
            json.WriteString("rule", one.Rule);
            json.WriteString("reason", one.Reason);
            json.WriteStartArray("except");
            foreach (var rule in one.Except)
                json.WriteStringValue(rule);
            json.WriteEndArray();
        });
        WriteAll("x-suppressed", sources.Findings, (json, one) =>
        {
            json.WriteString("rule", one.Rule);
            json.WriteString("message", one.Message);
            json.WriteString("task", one.Task);
            json.WriteString("reason", one.Reason);
        });
        WriteAll("x-moved", sources.Moved, (json, one) =>
        {
            json.WriteString("file", one.Key);
            json.WriteString("at", one.Value);
        });
        WriteAll("x-unread", sources.Unread, (json, one) =>
        {
            json.WriteString("file", one.Key);
            json.WriteString("reason", one.Value);
        });
    }

    /// <summary>Writes where tasks are declared that are not read.</summary>
    internal void Lose(IReadOnlyList<Lost> lost) => WriteAll("x-lost", lost, (json, one) =>
    {
        json.WriteString("cause", one.Cause);
        json.WriteString("subject", one.Subject);
        json.WriteString("file", one.File);
        json.WriteNumber("line", one.Line);
    });

    /// <summary>Writes that all inputs were read. If this is missing, the process did not complete.</summary>
    internal void End() => Write("x-end", json => json.WriteBooleanValue(true));

    private void WriteTexts(string key, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        Write(key, json =>
        {
            json.WriteStartArray();
            foreach (var text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
        });
    }

    private void WriteAll<T>(string key, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        Write(key, json =>
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private void Write(string key, Action<Utf8JsonWriter> value)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WritePropertyName(key);
            value(json);
            json.WriteEndObject();
        }

        Write(line.ToArray());
    }

    private void Write(byte[] line)
    {
        lock (gate)
        {
            stream.Write([.. line, (byte)'\n']);
            stream.Flush();
        }
    }
}
