namespace Arize.TaskLint.Testing.Server;

/// <summary>
/// Which faults are to come. Each request takes the first one in the queue that fits its path, else the newest lasting one that does,
/// else it is answered as it should be.
/// </summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _queue = [];
    private readonly List<Entry> _lasting = [];

    /// <summary>How many queued faults are still to come.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
                return _queue.Sum(entry => entry.Left);
        }
    }

    /// <summary>Adds a fault at the end of the queue, for the next so many requests whose decoded path fits.</summary>
    public void Enqueue(Fault fault, int times = 1, Func<string, bool>? where = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
            _queue.Add(new Entry(fault, where) { Left = times });
    }

    /// <summary>Applies a fault to every request whose decoded path fits, until <see cref="Clear"/>.</summary>
    public void Always(Fault fault, Func<string, bool>? where = null)
    {
        lock (_gate)
            _lasting.Add(new Entry(fault, where));
    }

    /// <summary>From now on every answer is as it should be.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _queue.Clear();
            _lasting.Clear();
        }
    }

    internal Fault? Take(string path)
    {
        lock (_gate)
        {
            if (_queue.Find(entry => entry.Fits(path)) is not { } next)
                return _lasting.FindLast(entry => entry.Fits(path))?.Fault;
            if (--next.Left == 0)
                _queue.Remove(next);
            return next.Fault;
        }
    }

    private sealed class Entry(Fault fault, Func<string, bool>? where)
    {
        public Fault Fault => fault;

        public int Left { get; set; }

        public bool Fits(string path) => where is null || where(path);
    }
}
