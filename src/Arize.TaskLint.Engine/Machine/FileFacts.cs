namespace Arize.TaskLint.Engine.Machine;

/// <summary>What a path leads to, behind links.</summary>
internal enum FileKind
{
    Nothing,
    Regular,
    Folder,
    Pipe,

    /// <summary>A device or a socket.</summary>
    Other,
}

/// <summary>The facts of a file that decide how it may be read and written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Identity">The same for all names of one file.</param>
/// <param name="Mode">Its permissions, or null if they are not known.</param>
/// <param name="Owner">Who owns it: user and group.</param>
/// <param name="HasOtherNames">Whether it has hard links.</param>
internal sealed record FileFacts(FileKind Kind, string Identity, UnixFileMode? Mode, (uint User, uint Group) Owner, bool HasOtherNames)
{
    private const int KindBits = 0xf000;
    private const int PipeBits = 0x1000;
    private const int FolderBits = 0x4000;
    private const int RegularBits = 0x8000;
    private const int PermissionBits = 0xfff;
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Whether its content is kept, and can be replaced.</summary>
    internal bool IsRegular => Kind == FileKind.Regular;

    /// <summary>Whether nobody may write it. Root could all the same.</summary>
    internal bool IsReadOnly => Mode is { } mode && (mode & AnyWrite) == 0;

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The full path.</param>
    internal static FileFacts Of(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                return LibC.TryStat(path, out var facts) ? Of(facts) : None(path);
            }
            catch (EntryPointNotFoundException)
            {
                // A C library that is older than this function.
            }
        }

        return OfPath(path);
    }

    private static FileFacts Of(LibC.Stat facts) => new(
        (facts.Mode & KindBits) switch
        {
            FolderBits => FileKind.Folder,
            RegularBits => FileKind.Regular,
            PipeBits => FileKind.Pipe,
            _ => FileKind.Other,
        },
        $"{facts.Device}:{facts.Number}",
        (UnixFileMode)(facts.Mode & PermissionBits),
        (facts.Owner, facts.Group),
        facts.Links > 1);

    private static FileFacts OfPath(string path)
    {
        var real = path;
        try
        {
            real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            // Not there, or links in a circle.
        }

        if (Directory.Exists(real))
            return None(real) with { Kind = FileKind.Folder };
        if (!File.Exists(real))
            return None(real);
        // Without a look at the file itself: where Unix keeps its devices.
        var kind = real.StartsWith("/dev/", StringComparison.Ordinal) ? FileKind.Other : FileKind.Regular;
        return None(real) with { Kind = kind, Mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(real) };
    }

    private static FileFacts None(string path) =>
        new(FileKind.Nothing, OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? path.ToUpperInvariant() : path, null, default, false);
}
