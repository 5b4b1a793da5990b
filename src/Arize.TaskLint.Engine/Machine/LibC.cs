using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Arize.TaskLint.Engine.Machine;

/// <summary>The few functions of the C library that .NET does not offer, on Linux and macOS.</summary>
internal static partial class LibC
{
    internal const int Interrupted = 4;
    internal const int BrokenPipe = 32;
    internal const int AnyCloseOnExec = 1;
    internal const short CanWrite = 4;

    private const int GetDescriptorFlagsCommand = 1;
    private const nuint WindowSizeRequest = 0x5413;
    private const int WriteOnly = 1;
    private const int NoReader = 6;

    // O_NONBLOCK and O_CLOEXEC.
    private const int LinuxNoWait = 0x80800;
    private const int MacNoWait = 0x1000004;
    private const int CurrentFolder = -100;
    private const uint BasicFacts = 0x7ff;

    /// <summary>The error of a stream that takes no more bytes for now.</summary>
    internal static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>The flags of a descriptor; negative if it is not open.</summary>
    internal static int DescriptorFlags(int descriptor) => Control(descriptor, GetDescriptorFlagsCommand);

    /// <summary>
    /// The columns of the terminal that a descriptor is; null if it is none, or does not tell. On a Mac, the function takes its last argument in a
    /// way of its own, and nothing is asked.
    /// </summary>
    internal static int? Columns(int descriptor) =>
        OperatingSystem.IsLinux() && TellTerminal(descriptor, WindowSizeRequest, out var size) == 0 && size.Columns > 0 ? size.Columns : null;

    /// <summary>The facts of a file, behind links; false if it does not exist or cannot be reached.</summary>
    /// <exception cref="EntryPointNotFoundException">The library is older than the function.</exception>
    internal static bool TryStat(string path, out Stat stat)
    {
        if (!OperatingSystem.IsMacOS())
        {
            var isThere = StatX(CurrentFolder, path, 0, BasicFacts, out var facts) == 0;
            stat = new Stat(((ulong)facts.DeviceMajor << 32) | facts.DeviceMinor, facts.Number, facts.Mode, facts.Links, facts.Owner, facts.Group);
            return isThere;
        }

        var isOnIntel = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        var isThereToo = (isOnIntel ? StatOfMac64(path, out var mac) : StatOfMac(path, out mac)) == 0;
        stat = new Stat((ulong)mac.Device, mac.Number, mac.Mode, mac.Links, mac.Owner, mac.Group);
        return isThereToo;
    }

    /// <summary>Opens a FIFO for writing, without waiting for a reader.</summary>
    /// <param name="path">The FIFO.</param>
    /// <param name="hasReader">False if nobody reads it; true too if it cannot be opened for another reason.</param>
    internal static SafeFileHandle OpenPipe(string path, out bool hasReader)
    {
        var pipe = new SafeFileHandle(Open(path, WriteOnly | (OperatingSystem.IsMacOS() ? MacNoWait : LinuxNoWait)), ownsHandle: true);
        hasReader = !pipe.IsInvalid || Marshal.GetLastPInvokeError() != NoReader;
        return pipe;
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nint Write(int descriptor, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Poll(ref PollRequest request, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int TellTerminal(int descriptor, nuint request, out WindowSize size);

    // The mode, which would be a third argument, is not read where nothing is created.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out LinuxFacts facts);

    [LibraryImport("libc", EntryPoint = "stat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatOfMac(string path, out MacFacts facts);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatOfMac64(string path, out MacFacts facts);

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        internal ushort Rows;
        internal ushort Columns;
        internal ushort Width;
        internal ushort Height;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct PollRequest
    {
        internal int Descriptor;
        internal short Events;
        internal short Returned;
    }

    /// <summary>The facts of a file.</summary>
    internal readonly record struct Stat(ulong Device, ulong Number, int Mode, uint Links, uint Owner, uint Group);

    /// <summary>Linux's <c>struct statx</c>, which is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LinuxFacts
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

    /// <summary>The <c>struct stat</c> of macOS, with room to spare.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct MacFacts
    {
        [FieldOffset(0)]
        internal int Device;

        [FieldOffset(4)]
        internal ushort Mode;

        [FieldOffset(6)]
        internal ushort Links;

        [FieldOffset(8)]
        internal ulong Number;

        [FieldOffset(16)]
        internal uint Owner;

        [FieldOffset(20)]
        internal uint Group;
    }
}
