using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Writes the answers, one JSON object a line.</summary>
/// <param name="stream">The pipe for answers.</param>
internal sealed class AnswerWriter(Stream stream)
{
    private readonly Lock gate = new();

    /// <summary>Says that the input at a position of the command line is read from here on.</summary>
    internal void Begin(int input) => Write("x-input", json => json.WriteNumberValue(input));

    /// <summary>Passes on what user code prints.</summary>
    internal void Print(string text) => Write("x-print", json => json.WriteStringValue(text));

    /// <summary>Says why the input, or a catalog of it, cannot be read.</summary>
    internal void Fail(IReadOnlyList<string> messages)
    {
        if (messages.Count == 0)
            return;
        Write("x-error", json =>
        {
            json.WriteStartArray();
            foreach (var message in messages)
                json.WriteStringValue(message);
            json.WriteEndArray();
        });
    }

    /// <summary>Passes on what a catalog declares.</summary>
    internal void Declare(string document) => Write(Encoding.UTF8.GetBytes(document));

    /// <summary>Says what the sources of the input suppress.</summary>
    internal void Suppress(IReadOnlyList<CodeSuppression> suppressions)
    {
        if (suppressions.Count == 0)
            return;
        Write("x-suppressions", json =>
        {
            json.WriteStartArray();
            foreach (var one in suppressions)
            {
                json.WriteStartObject();
                json.WriteString("file", one.File);
                json.WriteNumber("first", one.First);
                json.WriteNumber("last", one.Last);
                json.WriteString("rule", one.Rule);
                json.WriteString("reason", one.Reason);
                json.WriteStartArray("except");
                foreach (var rule in one.Except)
                    json.WriteStringValue(rule);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Says where tasks are declared that nobody reads.</summary>
    internal void Lose(IReadOnlyList<Lost> lost)
    {
        if (lost.Count == 0)
            return;
        Write("x-lost", json =>
        {
            json.WriteStartArray();
            foreach (var one in lost)
            {
                json.WriteStartObject();
                json.WriteString("cause", one.Cause);
                json.WriteString("subject", one.Subject);
                json.WriteString("file", one.File);
                json.WriteNumber("line", one.Line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Says that all inputs were read; without it, the process did not come to its end.</summary>
    internal void End() => Write("x-end", json => json.WriteBooleanValue(true));

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
