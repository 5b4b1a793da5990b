using System.Runtime.InteropServices;
using Arize.TaskLint.Engine;

namespace Arize.TaskLint.Cli.Machine;

/// <summary>SIGINT and SIGTERM: the first asks the run to end, and ends the process if it does not within a few seconds.</summary>
internal sealed class Interruption : IDisposable
{
    // More than a run takes to end that is asked to.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private Timer? limit;
    private int exitCode;

    internal Interruption() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => End(context, ExitCodes.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, ExitCodes.Terminated)),
    ];

    internal CancellationToken Token => source.Token;

    /// <summary>The exit code of the process, by the signal that it received.</summary>
    internal int ExitCode => exitCode == 0 ? ExitCodes.Interrupted : exitCode;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        limit?.Dispose();
        source.Dispose();
    }

    private void End(PosixSignalContext context, int code)
    {
        context.Cancel = true;
        // Signals are often sent twice, to the process and to its group.
        if (Interlocked.CompareExchange(ref exitCode, code, 0) != 0)
            return;
        limit = new Timer(_ => Environment.Exit(code), null, Limit, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}
