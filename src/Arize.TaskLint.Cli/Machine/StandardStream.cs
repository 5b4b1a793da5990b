using System.Runtime.InteropServices;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Cli.Machine;

/// <summary>
/// Standard output or standard error of a Unix process. The console of .NET ignores a closed reader, and a <see cref="FileStream"/> does not share
/// the file position with other programs that write to the same file.
/// </summary>
internal sealed class StandardStream : Stream
{
    internal const int InputDescriptor = 0;
    internal const int OutputDescriptor = 1;
    internal const int ErrorDescriptor = 2;

    private readonly int descriptor;

    private StandardStream(int descriptor) => this.descriptor = descriptor;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens standard output.</summary>
    internal static Stream Output() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardStream(OutputDescriptor);

    /// <summary>Opens standard error.</summary>
    internal static Stream Error() => OperatingSystem.IsWindows() ? Console.OpenStandardError() : new StandardStream(ErrorDescriptor);

    /// <summary>Opens standard input.</summary>
    /// <exception cref="IOException">It is closed.</exception>
    internal static Stream Input() => IsOpen(InputDescriptor) ? Console.OpenStandardInput() : throw new IOException("standard input is closed");

    /// <summary>
    /// Whether the process was given the stream. Otherwise the runtime may have opened another file under its number. Such files are closed when
    /// another program is started, unlike files that the process was given.
    /// </summary>
    internal static bool IsOpen(int descriptor) =>
        OperatingSystem.IsWindows() || (LibC.DescriptorFlags(descriptor) is >= 0 and var flags && (flags & LibC.AnyCloseOnExec) == 0);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > 0 && !IsOpen(descriptor))
            throw new IOException("it is closed");
        while (buffer.Length > 0)
        {
            var written = LibC.Write(descriptor, buffer, buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else
                Recover(Marshal.GetLastPInvokeError());
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Recover(int error)
    {
        if (error == LibC.Interrupted)
            return;
        if (error == LibC.BrokenPipe)
            throw new IOException("its reader has closed it");
        if (error != LibC.WouldBlock)
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        // Another program switched the stream to non-blocking mode.
        var request = new LibC.PollRequest { Descriptor = descriptor, Events = LibC.CanWrite };
        _ = LibC.Poll(ref request, 1, -1);
    }
}
