using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Arize.TaskLint.Reporting;

/// <summary>Writes JSON documents that may stand on the standard output of a CI job.</summary>
internal static class JsonText
{
    /// <summary>Writes a document and a line break.</summary>
    internal static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var buffer = new TextBuffer(output);
        using (var json = new Utf8JsonWriter(buffer, ReportJson.Layout))
            write(json);
        buffer.Flush();
        output.Write('\n');
    }

    /// <summary>The beginning of a document without white space.</summary>
    internal static string Compact(string head) => string.Concat(head.Where(c => !char.IsWhiteSpace(c)));

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
