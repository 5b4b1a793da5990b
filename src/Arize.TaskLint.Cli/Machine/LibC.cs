using System.Runtime.InteropServices;

namespace Arize.TaskLint.Cli.Machine;

/// <summary>The few functions of the C library that .NET does not offer. Each is the same on every Unix, except <see cref="StatX"/>, which only Linux has.</summary>
internal static partial class LibC
{
    internal const int Interrupted = 4;
    internal const int BrokenPipe = 32;
    internal const int AnyCloseOnExec = 1;
    internal const short CanWrite = 4;

    private const int GetDescriptorFlagsCommand = 1;
    private const int CurrentFolder = -100;
    private const uint BasicFacts = 0x7ff;

    /// <summary>The error of a stream that takes no more bytes for now.</summary>
    internal static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>The flags of a descriptor; negative if it is not open.</summary>
    internal static int DescriptorFlags(int descriptor) => Control(descriptor, GetDescriptorFlagsCommand);

    /// <summary>The facts of a file, behind links; false if it does not exist or cannot be reached.</summary>
    internal static bool TryStat(string path, out StatX facts) => StatXOf(CurrentFolder, path, 0, BasicFacts, out facts) == 0;

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nint Write(int descriptor, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Poll(ref PollRequest request, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatXOf(int folder, string path, int flags, uint mask, out StatX facts);

    [StructLayout(LayoutKind.Sequential)]
    internal struct PollRequest
    {
        internal int Descriptor;
        internal short Events;
        internal short Returned;
    }

    /// <summary>The kernel's <c>struct statx</c>, which is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct StatX
    {
        [FieldOffset(16)]
        internal uint Links;

        [FieldOffset(20)]
        internal uint Owner;

        [FieldOffset(24)]
        internal uint Group;

        [FieldOffset(28)]
        internal ushort Mode;

        [FieldOffset(32)]
        internal ulong Number;

        [FieldOffset(136)]
        internal uint DeviceMajor;

        [FieldOffset(140)]
        internal uint DeviceMinor;
    }
}
