using System.Collections.Concurrent;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine.Files;

/// <summary>The files that a run reads, which it must not overwrite, and those that it is writing.</summary>
internal sealed class RunFiles
{
    private readonly ConcurrentDictionary<string, bool> inputs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> unfinished = new(StringComparer.Ordinal);
    private int held;
    private volatile bool isOver;

    /// <summary>Those of what is still to be said of a run that is over: it has read the same.</summary>
    internal static RunFiles After(RunFiles run)
    {
        var files = new RunFiles();
        files.Read(run.inputs.Keys);
        return files;
    }

    /// <summary>Whether something is under way that should not be broken off: a file that is being written, a program that runs.</summary>
    internal bool IsHeld => Volatile.Read(ref held) > 0;

    /// <summary>Names files that the run reads.</summary>
    internal void Read(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
            inputs.TryAdd(path, true);
    }

    /// <summary>Whether the run reads a file, under whatever name.</summary>
    internal bool IsRead(string path)
    {
        if (inputs.ContainsKey(path))
            return true;
        var facts = FileFacts.Of(path);
        return facts.IsRegular && inputs.Keys.Any(input => FileFacts.Of(input).Identity == facts.Identity);
    }

    /// <summary>Says that something should not be broken off, until it is disposed.</summary>
    internal IDisposable Hold()
    {
        Interlocked.Increment(ref held);
        return new Held(this);
    }

    /// <summary>Says that a file is being written that is to be deleted if the run breaks off.</summary>
    internal void Begin(string file)
    {
        unfinished.TryAdd(file, true);
        ThrowIfOver();
    }

    /// <summary>Ends what a run still does that was left to itself.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    internal void ThrowIfOver()
    {
        if (isOver)
            throw new OperationCanceledException("the run was interrupted");
    }

    /// <summary>Deletes a file that was begun, if it is still there.</summary>
    internal void End(string file)
    {
        File.Delete(file);
        unfinished.TryRemove(file, out _);
    }

    /// <summary>Deletes what a run left behind that broke off.</summary>
    internal void EndAll()
    {
        isOver = true;
        foreach (var file in unfinished.Keys)
        {
            try
            {
                End(file);
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                // Its folder is gone, or nobody may write there any more.
            }
        }
    }

    private sealed class Held(RunFiles files) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref files.held);
    }
}
