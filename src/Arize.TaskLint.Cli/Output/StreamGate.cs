using System.Text;

namespace Arize.TaskLint.Cli.Output;

/// <summary>
/// Standard output or standard error of one run. Once shut it lets nothing more through, so that a run that was interrupted and does not
/// end by itself cannot write any more.
/// </summary>
/// <param name="mustArrive">Whether it is a failure of the run if nothing can be written; else what cannot be written is dropped.</param>
internal sealed class StreamGate(TextWriter inner, bool mustArrive) : TextWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private string? fault;
    private volatile bool isShut;

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Whether anything was written.</summary>
    internal bool HasWritten { get; private set; }

    /// <summary>Lets nothing more through.</summary>
    /// <returns>Whether the stream is free; else a write is waiting for the reader.</returns>
    internal bool Shut()
    {
        isShut = true;
        if (!gate.TryEnter(Patience))
            return false;
        gate.Exit();
        return true;
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length == 0)
            return;
        using (Enter())
        {
            if (!CanWrite())
                return;
            try
            {
                HasWritten = true;
                inner.Write(buffer);
            }
            catch (Exception failed) when (IsFault(failed))
            {
                Lose(failed);
            }
        }
    }

    public override void Flush()
    {
        using (Enter())
        {
            if (!CanWrite())
                return;
            try
            {
                inner.Flush();
            }
            catch (Exception failed) when (IsFault(failed))
            {
                Lose(failed);
            }
        }
    }

    private static bool IsFault(Exception failed) =>
        failed is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException;

    private Lock.Scope Enter()
    {
        var scope = gate.EnterScope();
        if (!isShut)
            return scope;
        scope.Dispose();
        throw new OperationCanceledException("the run was interrupted");
    }

    private bool CanWrite() => fault is null || (mustArrive ? throw new OutputLostException(fault) : false);

    private void Lose(Exception failed)
    {
        fault = failed.Message;
        if (mustArrive)
            throw new OutputLostException(fault);
    }
}
