using Arize.TaskLint.Engine;
using Arize.TaskLint.Reporting.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>Writes the messages of a run to standard error.</summary>
/// <param name="isQuiet">Whether to write warnings only.</param>
/// <param name="isVerbose">Whether to write each step.</param>
internal sealed class TerminalLog(Terminal terminal, bool isQuiet, bool isVerbose) : RunLog
{
    private readonly Lock gate = new();
    private readonly bool showsProgress = terminal.ErrorIsTerminal && !isQuiet && !isVerbose;
    private bool hasProgress;

    /// <inheritdoc/>
    public override void Warn(string message) => Say(message);

    /// <inheritdoc/>
    public override void Note(string message)
    {
        if (!isQuiet)
            Say(message);
    }

    /// <inheritdoc/>
    public override void Detail(string message)
    {
        if (isVerbose)
            Say(message);
    }

    /// <inheritdoc/>
    public override void Printed(string text)
    {
        lock (gate)
        {
            Clear();
            terminal.Error.Write(TerminalText.Escape(text) + "\n");
            terminal.Error.Flush();
        }
    }

    /// <inheritdoc/>
    public override void Progress(string? what)
    {
        lock (gate)
        {
            if (what is null)
                Clear();
            if (what is null || !showsProgress)
                return;
            hasProgress = true;
            terminal.Error.Write($"\r{TerminalText.Escape(what)}");
            terminal.Error.Flush();
        }
    }

    private void Say(string message)
    {
        lock (gate)
        {
            Clear();
            terminal.Say(message);
        }
    }

    private void Clear()
    {
        if (hasProgress)
            terminal.Error.Write("\r\x1b[K");
        hasProgress = false;
    }
}
