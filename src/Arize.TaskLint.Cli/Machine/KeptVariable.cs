using System.Runtime.InteropServices;

namespace Arize.TaskLint.Cli.Machine;

/// <summary>
/// An environment variable that is for this process alone. Other processes of the same user can read the environment that a process was
/// started with, as in <c>/proc/PID/environ</c>: so can the declarations in C# that this one runs.
/// </summary>
internal static partial class KeptVariable
{
    private const int SetDumpable = 4;

    /// <summary>Takes the value of a variable, and removes it from where other processes could read it.</summary>
    /// <returns>The value, or null if it is not set.</returns>
    internal static string? Take(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        if (value is null || OperatingSystem.IsWindows())
            return value;
        try
        {
            // Twice, since the variable may be defined twice.
            for (var at = getenv(name); at != 0; at = getenv(name))
                Wipe(at - name.Length - 1);
            // Neither can others attach to this process, unless they may attach to any, and no dump of its memory is written.
            if (OperatingSystem.IsLinux())
                _ = prctl(SetDumpable, 0, 0, 0, 0);
        }
        catch (Exception unknown) when (unknown is DllNotFoundException or EntryPointNotFoundException)
        {
            // On a system without this C library, the variable is not removed.
        }

        return value;
    }

    // From the name on, so that it is not found again.
    private static void Wipe(nint text)
    {
        for (; Marshal.ReadByte(text) != 0; text++)
            Marshal.WriteByte(text, 0);
    }

#pragma warning disable IDE1006 // The names of the C library.
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint getenv(string name);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int prctl(int option, nuint value, nuint unused, nuint unused2, nuint unused3);
#pragma warning restore IDE1006
}
