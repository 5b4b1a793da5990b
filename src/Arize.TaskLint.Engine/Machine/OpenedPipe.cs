using System.Diagnostics;
using System.Globalization;

namespace Arize.TaskLint.Engine.Machine;

/// <summary>Opens FIFOs for writing, and does not wait for ever for somebody to read them.</summary>
internal static class OpenedPipe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Opens a FIFO.</summary>
    /// <exception cref="IOException">Nobody reads it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal static FileStream ToWrite(string path)
    {
        var time = Stopwatch.StartNew();
        while (!OperatingSystem.IsWindows())
        {
            // While this one is open the FIFO has a writer, and to open it once more does not wait.
            using var first = LibC.OpenPipe(path, out var hasReader);
            if (hasReader)
                return Open(path);
            if (time.Elapsed > Limit)
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"nobody has read the FIFO for {Limit.TotalSeconds:0} seconds"));
            // The system tells nobody when a reader comes; an open that waits for one could be ended neither by the limit nor by a signal.
            Thread.Sleep(Interval);
        }

        return Open(path);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
}
