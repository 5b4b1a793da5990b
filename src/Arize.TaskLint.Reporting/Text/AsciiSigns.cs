using System.Text;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>Writes the signs of the report in ASCII, for a terminal that may show no others. What people named stays as they wrote it.</summary>
internal sealed class AsciiSigns(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (Of(value) is { } sign)
            inner.Write(sign);
        else
            inner.Write(value);
    }

    public override void Write(string? value)
    {
        foreach (var one in value ?? "")
            Write(one);
    }

    // All are one character, so that columns stay, but the arrow and the tick, which nothing follows in columns.
    private static string? Of(char sign) => sign switch
    {
        '✓' => "ok",
        '✗' or '×' => "x",
        '→' => "->",
        '·' => "-",
        '│' => "|",
        '…' => "~",
        _ => null,
    };
}
