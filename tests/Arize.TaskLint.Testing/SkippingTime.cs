namespace Arize.TaskLint.Testing;

/// <summary>
/// A clock on which nothing sleeps: a timer fires at once and moves the clock to when it was due. What was waited for is kept.
/// </summary>
public sealed class SkippingTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now;

    /// <summary>A clock that starts at noon of an ordinary day, in UTC.</summary>
    public SkippingTime()
        : this(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that starts at a given time.</summary>
    public SkippingTime(DateTimeOffset start) => now = start;

    /// <summary>How long each wait would have taken, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
                return [.. waits];
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Skip(TimeSpan wait, Action fire)
    {
        // Each wait begins when its timer is set, so that waits side by side pass together.
        var due = GetUtcNow() + wait;
        lock (gate)
            waits.Add(wait);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            lock (gate)
                now = due > now ? due : now;
            fire();
        });
    }

    private sealed class Timer(SkippingTime time, Action fire) : ITimer
    {
        private volatile bool isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (isDisposed)
                return false;
            if (dueTime != Timeout.InfiniteTimeSpan)
                time.Skip(dueTime, Fire);
            return true;
        }

        public void Dispose() => isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            if (!isDisposed)
                fire();
        }
    }
}
