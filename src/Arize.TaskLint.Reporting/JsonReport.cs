using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Arize.TaskLint.Reporting;

/// <summary>The report as JSON, <c>formatVersion</c> 1.0. <c>tasklint render</c> makes every other format from it.</summary>
public sealed class JsonReport : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override string Summary => "everything that was found, for programs";

    /// <inheritdoc/>
    public override void Write(Report report, RenderOptions options, TextWriter output)
    {
        var buffer = new TextBuffer(output);
        using (var json = new Utf8JsonWriter(buffer, ReportJson.Layout))
            JsonSerializer.Serialize(json, report, ReportJson.Default.Report);
        buffer.Flush();
        output.Write('\n');
    }

    /// <inheritdoc/>
    public override bool IsHead(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)))
            .StartsWith($"{{\"formatVersion\":\"{Report.Version}\",\"tool\":{{\"name\":\"{ReportTool.This.Name}\"", StringComparison.Ordinal);

    /// <summary>Reads a report.</summary>
    /// <param name="json">The text, as UTF-8.</param>
    /// <exception cref="JsonException">It is not JSON, or not a report.</exception>
    public static Report Read(ReadOnlySpan<byte> json)
    {
        var report = JsonSerializer.Deserialize(json, ReportJson.Default.Report) ?? throw new JsonException("it is null");
        if (report.FormatVersion != Report.Version)
            throw new JsonException($"it has the form '{report.FormatVersion}', but this version of the tool reads '{Report.Version}'");
        var count = report.Findings.Count;
        foreach (var task in report.Tasks)
        {
            if (task.Finding is { } own && (own < 0 || own >= count))
                throw new JsonException($"a task refers to finding {own}, but there are {count}");
            foreach (var change in task.Changes)
            {
                if (change.Finding is { } of && (of < 0 || of >= count))
                    throw new JsonException($"a change refers to finding {of}, but there are {count}");
            }
        }

        return report;
    }

    // Accepts UTF-8 and passes text on in portions, so that a long report is not in memory twice.
    private sealed class TextBuffer(TextWriter output) : IBufferWriter<byte>
    {
        private const int FlushAt = 64 * 1024;

        private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
        private readonly StringBuilder text = new();
        private byte[] bytes = new byte[FlushAt];
        private char[] characters = new char[FlushAt];
        private int length;

        public void Advance(int count)
        {
            length += count;
            if (length >= FlushAt)
                PassOn();
        }

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            Provide(sizeHint);
            return bytes.AsMemory(length);
        }

        public Span<byte> GetSpan(int sizeHint = 0)
        {
            Provide(sizeHint);
            return bytes.AsSpan(length);
        }

        internal void Flush()
        {
            PassOn();
            output.Write(text.ToString());
            text.Clear();
        }

        private void Provide(int sizeHint)
        {
            if (length + Math.Max(1, sizeHint) > bytes.Length)
                Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + sizeHint));
        }

        private void PassOn()
        {
            if (characters.Length < length)
                characters = new char[bytes.Length];
            text.Append(characters, 0, decoder.GetChars(bytes.AsSpan(0, length), characters, flush: false));
            length = 0;
            // Azure's runner treats '##vso[' as a command anywhere in a line. In JSON, the sign occurs in texts only, where it can be escaped.
            text.Replace("##", "#\\u0023");
            // The next portion may begin with the second sign.
            var last = text.Length > 0 && text[^1] == '#' ? 1 : 0;
            output.Write(text.ToString(0, text.Length - last));
            text.Remove(0, text.Length - last);
        }
    }
}
