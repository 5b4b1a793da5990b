namespace Arize.TaskLint.Client.Api;

/// <summary>A log whose lines can wait until it is known what they must not show.</summary>
/// <param name="write">Receives each line.</param>
internal sealed class HeldLog(Action<string> write)
{
    private readonly Lock gate = new();
    private List<string>? waiting;

    /// <summary>Lets the lines wait.</summary>
    internal void Hold()
    {
        lock (gate)
            waiting ??= [];
    }

    /// <summary>Writes the lines that wait, and lets none wait any more.</summary>
    /// <param name="conceal">A line without what it must not show.</param>
    internal void Release(Func<string, string> conceal)
    {
        lock (gate)
        {
            waiting?.ForEach(line => write(conceal(line)));
            waiting = null;
        }
    }

    internal void Write(string line)
    {
        lock (gate)
        {
            if (waiting is not null)
                waiting.Add(line);
            else
                write(line);
        }
    }
}
