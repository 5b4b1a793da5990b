namespace Arize.TaskLint.Testing.Server;

/// <summary>Remembers requests in the order of their arrival. For any number of threads.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _inFlight;
    private int _mostAtOnce;

    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public int MostAtOnce
    {
        get
        {
            lock (_gate)
                return _mostAtOnce;
        }
    }

    /// <summary>Adds a request that has arrived, and answers its number.</summary>
    public int Begin(RecordedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            _mostAtOnce = Math.Max(_mostAtOnce, ++_inFlight);
            foreach (var (_, reached) in _waiting.Where(waiter => waiter.Count <= _requests.Count))
                reached.TrySetResult();
            return _requests.Count - 1;
        }
    }

    /// <summary>To be called before the answer is sent: whoever has the answer finds the status here.</summary>
    public void Answered(int number, int status)
    {
        lock (_gate)
            _requests[number] = _requests[number] with { Status = status };
    }

    public void End()
    {
        lock (_gate)
            _inFlight--;
    }

    public Task WhenArrived(int count)
    {
        lock (_gate)
        {
            if (_requests.Count >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }
}
