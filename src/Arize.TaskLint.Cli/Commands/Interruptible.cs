using Arize.TaskLint.Engine;
using Arize.TaskLint.Engine.Files;

namespace Arize.TaskLint.Cli.Commands;

/// <summary>Ends an interrupted run in any state: it may compute, or wait for a file that is never written.</summary>
internal static class Interruptible
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    // A program that was started is killed within this time; so is a report written to a reader that reads.
    private static readonly TimeSpan HeldGrace = TimeSpan.FromMilliseconds(2500);

    /// <summary>Waits for a run.</summary>
    /// <returns>Whether it ended; else it is to be left to itself.</returns>
    internal static async Task<bool> EndsAsync(Task run, RunFiles files, CancellationToken cancellation)
    {
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellation.Register(interrupted.SetResult);
        await Task.WhenAny(run, interrupted.Task).ConfigureAwait(false);
        for (var waited = TimeSpan.Zero; !run.IsCompleted && (waited == TimeSpan.Zero || (files.IsHeld && waited < HeldGrace)); waited += Grace)
            await Task.WhenAny(run, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
        return run.IsCompleted;
    }

    /// <summary>Starts a program, and registers it to be ended with the run.</summary>
    internal static async Task<ProgramEnd> RunHeldAsync(Host host, RunFiles files, ProgramCall call, CancellationToken cancellation)
    {
        using var held = files.Hold();
        return await host.Run(call, cancellation).ConfigureAwait(false);
    }
}
