using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Arize.TaskLint.Engine;

/// <summary>A program that the tool starts.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">What it is told.</param>
/// <param name="Folder">The folder that it runs in.</param>
public sealed record ProgramCall(string File, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>Variables that it gets besides the tool's own; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Takes each line of its standard output; false where that was the last of interest.</summary>
    public required Func<string, bool> OnLine { get; init; }
}

/// <summary>How a program came to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="ErrorText">What it wrote on standard error, or the beginning of it.</param>
public sealed record ProgramEnd(int ExitCode, string ErrorText);

/// <summary>Runs programs of the machine. Whatever becomes of a run, neither the program nor one that it started stays behind.</summary>
public static class ChildProgram
{
    private const int MostErrorCharacters = 64 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static async Task<ProgramEnd> RunAsync(ProgramCall call, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(call.File, call.Arguments)
        {
            WorkingDirectory = call.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in call.Variables)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var errors = new ErrorText();
            var reading = errors.ReadAsync(process.StandardError);
            while (await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line && call.OnLine(line))
            {
            }

            await EndAsync(process, cancellation).ConfigureAwait(false);
            // A program that this one left behind may hold the pipe open.
            await Task.WhenAny(reading, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
            return new ProgramEnd(process.ExitCode, errors.Text);
        }
        finally
        {
            Kill(process);
        }
    }

    private static async Task EndAsync(Process process, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Grace);
        try
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Kill(process);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (process.HasExited)
                return;
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Grace);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It came to its end by itself meanwhile.
        }
    }

    private sealed class ErrorText
    {
        private readonly StringBuilder text = new();

        internal string Text
        {
            get
            {
                lock (text)
                    return text.ToString();
            }
        }

        // What is beyond is read too, or the program would wait for its reader.
        internal async Task ReadAsync(StreamReader reader)
        {
            var buffer = new char[4096];
            try
            {
                int read;
                while ((read = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
                {
                    lock (text)
                        text.Append(buffer, 0, Math.Min(read, MostErrorCharacters - text.Length));
                }
            }
            catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // The program is gone, and nobody waits for the rest.
            }
        }
    }
}
