using System.Text;

namespace Arize.TaskLint.CSharpHost;

/// <summary>The console that user code sees: what it prints is passed on line by line.</summary>
/// <param name="print">Takes whole lines, with their line breaks.</param>
internal sealed class PrintingWriter(Action<string> print) : TextWriter
{
    private readonly Lock gate = new();
    private readonly StringBuilder line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (gate)
        {
            line.Append(value);
            if (value == '\n')
                PassOn();
        }
    }

    /// <summary>Passes on the text of a line that has not ended.</summary>
    internal void Finish()
    {
        lock (gate)
        {
            if (line.Length > 0)
                PassOn();
        }
    }

    private void PassOn()
    {
        print(line.ToString());
        line.Clear();
    }
}
