using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Benchmarks;

/// <summary>Spans of a chat bot, about two kilobytes each, as lines of JSON in the shape of Arize's command line tool.</summary>
internal static class GeneratedSpans
{
    private static readonly string[] Kinds = ["CHAIN", "LLM", "RETRIEVER", "LLM", "TOOL", "LLM", "AGENT", "LLM"];

    private static readonly string[] Words =
        ["refund", "order", "the", "\\\"thirty\\\"", "days", "please", "return", "was", "shipped", "on", "a", "Tuesday", "caf\u00e9", "of", "customer", "and"];

    /// <summary>Writes spans; the same number makes the same bytes.</summary>
    internal static void Write(Stream stream, int count)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        var text = new StringBuilder();
        var state = 1u;
        for (var i = 0; i < count; i++)
        {
            text.Clear();
            var (start, latency) = (DateTime.UnixEpoch.AddSeconds(1_764_000_000 + (i / 10)), (int)(Next(ref state) % 15_000));
            text.Append(CultureInfo.InvariantCulture, $$$"""{"name":"step {{{i % 12}}}","context":{"trace_id":"t{{{i / 8:x8}}}","span_id":"s{{{i:x8}}}"},""");
            if (i % 8 > 0)
                text.Append(CultureInfo.InvariantCulture, $"\"parent_id\":\"s{i - (i % 8):x8}\",");
            text.Append(CultureInfo.InvariantCulture, $"\"start_time\":\"{start:yyyy-MM-ddTHH:mm:ss.fff}Z\",\"latency_ms\":{latency},");
            text.Append(CultureInfo.InvariantCulture, $"\"end_time\":\"{start.AddMilliseconds(latency):yyyy-MM-ddTHH:mm:ss.fff}Z\",");
            text.Append("\"status_code\":\"").Append(Next(ref state) % 25 == 0 ? "ERROR" : "OK");
            text.Append("\",\"attributes\":{\"openinference.span.kind\":\"").Append(Kinds[i % 8]);
            text.Append(CultureInfo.InvariantCulture, $"\",\"session.id\":\"session {i / 64}\",\"metadata\":{{\"environment\":\"production\",\"version\":{i % 7}}}");
            Sentence(text.Append(",\"input.value\":\""), ref state, 50);
            Sentence(text.Append("\",\"output.value\":\""), ref state, 50);
            if (Kinds[i % 8] == "LLM")
            {
                text.Append("\",\"llm.model_name\":\"gpt-4o-mini\",\"llm.token_count.total\":").Append(Next(ref state) % 3000);
                Sentence(text.Append(",\"llm.input_messages\":[{\"message.role\":\"system\",\"message.content\":\""), ref state, 50);
                Sentence(text.Append("\"},{\"message.role\":\"user\",\"message.content\":\""), ref state, 66);
                Sentence(text.Append("\"}],\"llm.output_messages\":[{\"message.role\":\"assistant\",\"message.content\":\""), ref state, 58);
                text.Append("\"}]}}");
            }
            else
            {
                Sentence(text.Append("\",\"retrieval.documents\":[{\"document.id\":\"d1\",\"document.score\":0.75,\"document.content\":\""), ref state, 75);
                Sentence(text.Append("\"},{\"document.content\":\""), ref state, 90);
                text.Append("\"}]}}");
            }

            writer.WriteLine(text);
        }
    }

    private static void Sentence(StringBuilder text, ref uint state, int words)
    {
        for (var i = 0; i < words; i++)
            text.Append(i > 0 ? " " : "").Append(Words[Next(ref state) % (uint)Words.Length]);
    }

    private static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }
}
