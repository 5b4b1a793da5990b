using System.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>
/// Passes text on by whole lines, with the API key struck out wherever it came from: a server that echoes it, a declaration that was filled
/// from the environment. Everything that the tool writes goes through here.
/// </summary>
internal sealed class RedactingWriter(TextWriter inner, string secret) : TextWriter
{
    /// <summary>What stands in place of the key.</summary>
    internal const string Mark = "[ARIZE_API_KEY]";

    private const int ShortestKey = 6;

    private readonly StringBuilder line = new();

    public override Encoding Encoding => inner.Encoding;

    /// <summary>A writer that strikes out the key; the writer itself where there is no key that could be told from other text.</summary>
    internal static TextWriter Around(TextWriter inner, string? secret) =>
        secret is { Length: >= ShortestKey } ? new RedactingWriter(inner, secret) : inner;

    /// <summary>A text without the key.</summary>
    internal static string StrikeOut(string text, string? secret) =>
        secret is { Length: >= ShortestKey } ? text.Replace(secret, Mark, StringComparison.Ordinal) : text;

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
        inner.Write(StrikeOut(line.ToString(), secret));
        line.Clear();
    }
}
