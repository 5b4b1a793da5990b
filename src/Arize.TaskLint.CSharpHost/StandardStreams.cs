using System.Runtime.InteropServices;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// The pipes to the process that started this one. They are taken away from user code, and from programs that it starts: what these write
/// on standard output goes to standard error, so that nothing but answers is in the pipe for answers, and their standard input is empty.
/// </summary>
internal static partial class StandardStreams
{
    /// <summary>Takes over the pipe for answers, and the pipe that the other process holds open while it waits for them.</summary>
    internal static (Stream Answers, Stream Parent) Take()
    {
        // Console opens duplicates, which programs that this one starts do not inherit.
        var (answers, parent) = (Console.OpenStandardOutput(), Console.OpenStandardInput());
        if (OperatingSystem.IsWindows())
        {
            SetStdHandle(WindowsOutput, GetStdHandle(WindowsError));
            SetStdHandle(WindowsInput, File.OpenHandle("NUL").DangerousGetHandle());
        }
        else
        {
            using var nothing = File.OpenHandle("/dev/null");
            _ = dup2(2, 1);
            _ = dup2((int)nothing.DangerousGetHandle(), 0);
        }

        return (answers, parent);
    }

    private const int WindowsInput = -10;
    private const int WindowsOutput = -11;
    private const int WindowsError = -12;

#pragma warning disable IDE1006, SA1300 // The names of the C library.
    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int dup2(int from, int to);
#pragma warning restore IDE1006, SA1300

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int which, nint handle);
}
