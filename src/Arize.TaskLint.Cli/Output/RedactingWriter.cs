using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Cli.Output;

/// <summary>
/// Writes texts for people line by line, with the API key removed. This is a last safeguard, since values are cleaned where they are read. Documents
/// for programs bypass it, since a key could be a part of their syntax.
/// </summary>
internal sealed class RedactingWriter(TextWriter inner, Secret secret) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => inner.Encoding;

    /// <summary>A writer that removes the key from its output; the writer itself if there is no key that differs from ordinary text.</summary>
    internal static TextWriter Around(TextWriter inner, Secret? secret) => secret is null ? inner : new RedactingWriter(inner, secret);

    /// <summary>The writer under it, for a document that is clean in itself.</summary>
    internal static TextWriter Under(TextWriter writer)
    {
        if (writer is not RedactingWriter redacting)
            return writer;
        redacting.PassOn();
        return redacting.Inner;
    }

    private TextWriter Inner => inner;

    public override void Write(char value)
    {
        line.Append(value);
        if (value == '\n')
            PassOn();
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var end = buffer.LastIndexOf('\n') + 1;
        line.Append(buffer[..end]);
        if (end > 0)
            PassOn();
        line.Append(buffer[end..]);
    }

    public override void Flush()
    {
        PassOn();
        inner.Flush();
    }

    private void PassOn()
    {
        inner.Write(secret.StrikeOut(line.ToString()));
        line.Clear();
    }
}
