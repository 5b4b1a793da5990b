using System.Runtime.ExceptionServices;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>
/// The events of another parser, which runs some events ahead on another thread. The events, their order and the exception at their end are the same.
/// </summary>
internal sealed class ParserAhead : IParser
{
    // To hand over a batch takes as long as some twenty events.
    private const int BatchSize = 1024;

    private readonly IParser inner;
    private Batch batch = new([], false, null);
    private Task<Batch> next;
    private int at = -1;

    /// <param name="inner">The parser, which nobody else uses from now on.</param>
    internal ParserAhead(IParser inner)
    {
        this.inner = inner;
        next = Task.Run(Read);
    }

    /// <inheritdoc/>
    public ParsingEvent? Current { get; private set; }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (++at == batch.Events.Count && !Take())
            return false;
        Current = batch.Events[at];
        return true;
    }

    // The next batch is read while this one is used. False at the end of the events.
    private bool Take()
    {
        if (!batch.IsLast)
        {
            batch = next.GetAwaiter().GetResult();
            at = 0;
            if (!batch.IsLast)
                next = Task.Run(Read);
            if (batch.Events.Count > 0)
                return true;
        }

        at--;
        batch.Failure?.Throw();
        Current = null;
        return false;
    }

    private Batch Read()
    {
        var events = new List<ParsingEvent>(BatchSize);
        try
        {
            while (events.Count < BatchSize)
            {
                if (!inner.MoveNext())
                    return new Batch(events, true, null);
                events.Add(inner.Current!);
            }

            return new Batch(events, false, null);
        }
#pragma warning disable CA1031 // It is thrown where the events are taken, after those before it.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            return new Batch(events, true, ExceptionDispatchInfo.Capture(failed));
        }
    }

    private sealed record Batch(List<ParsingEvent> Events, bool IsLast, ExceptionDispatchInfo? Failure);
}
