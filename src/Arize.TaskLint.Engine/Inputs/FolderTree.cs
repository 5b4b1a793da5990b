using Arize.TaskLint.Engine.Machine;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>
/// A folder and what is in it, as searches see it: without the folders of builds and tools, without what editors leave behind, and without circles
/// of links.
/// </summary>
internal sealed class FolderTree : DirectoryInfoBase
{
    /// <summary>Folders that hold no declarations of the team.</summary>
    internal static readonly string[] SkippedFolders = ["bin", "obj", "node_modules", ".git"];

    private readonly DirectoryInfo folder;
    private readonly FolderTree? parent;
    private readonly Action<string, string> onUnreadable;

    // The folders that links lead to, each read once; null where links to folders are not followed.
    private readonly HashSet<string>? followed;

    /// <summary>Looks into a folder.</summary>
    /// <param name="folder">The full path.</param>
    /// <param name="followsLinks">Whether links to folders elsewhere are followed, each folder once.</param>
    /// <param name="onUnreadable">Takes a folder that cannot be read, and why.</param>
    internal FolderTree(string folder, bool followsLinks, Action<string, string> onUnreadable)
        : this(new DirectoryInfo(folder), null, onUnreadable, followsLinks ? new HashSet<string>(StringComparer.Ordinal) : null)
    {
    }

    private FolderTree(DirectoryInfo folder, FolderTree? parent, Action<string, string> onUnreadable, HashSet<string>? followed) =>
        (this.folder, this.parent, this.onUnreadable, this.followed) = (folder, parent, onUnreadable, followed);

    public override string Name => folder.Name;

    public override string FullName => folder.FullName;

    public override DirectoryInfoBase? ParentDirectory =>
        parent ?? (DirectoryInfoBase?)(folder.Parent is { } above ? new DirectoryInfoWrapper(above) : null);

    /// <summary>Why a path that was given cannot be read, or null.</summary>
    internal static string? Refusal(string full)
    {
        // What a shell hands over, as <(command) does, is open already.
        if (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal))
            return null;
        return FileFacts.Of(full).Kind switch
        {
            FileKind.Pipe => "is a FIFO, and reading it could wait for ever; give a file, or - for standard input",
            FileKind.Nothing when IsDenied(full) => "cannot be read: a folder above it may not be looked into",
            FileKind.Nothing when new FileInfo(full).LinkTarget is not null => $"cannot be read: {WhyNot(full)}",
            _ => null,
        };
    }

    private static bool IsDenied(string full)
    {
        try
        {
            _ = File.GetAttributes(full);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Why a file that a folder lists is not there.</summary>
    internal static string WhyNot(string file) => new FileInfo(file).LinkTarget is { } target ? $"it is a link to '{target}', which leads to nothing"
        : file.Contains('\uFFFD') ? "its name is not UTF-8"
        : "it cannot be reached";

    /// <summary>The files that are declarations by their names, below the folder; those of each folder in the order of their names.</summary>
    internal IEnumerable<string> DeclarationFiles() => Files(InputFiles.IsDeclarationName);

    /// <summary>The files with some names, below the folder; those of each folder in the order of their names.</summary>
    internal IEnumerable<string> Files(Func<string, bool> isWanted)
    {
        foreach (var entry in EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is FolderTree inner)
            {
                foreach (var file in inner.Files(isWanted))
                    yield return file;
            }
            else if (isWanted(entry.Name))
            {
                yield return entry.FullName;
            }
        }
    }

    public override IEnumerable<FileSystemInfoBase> EnumerateFileSystemInfos()
    {
        List<FileSystemInfo> entries;
        try
        {
            var everything = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false, MatchType = MatchType.Simple };
            entries = [.. folder.EnumerateFileSystemInfos("*", everything)];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            onUnreadable(folder.FullName, failed.Message);
            yield break;
        }

        foreach (var entry in entries)
        {
            if (entry is FileInfo file)
            {
                // Locks of Emacs, and what macOS keeps beside files on foreign disks.
                if (!file.Name.StartsWith(".#", StringComparison.Ordinal) && !file.Name.StartsWith("._", StringComparison.Ordinal))
                    yield return new FileInfoWrapper(file);
            }
            else if (!SkippedFolders.Contains(entry.Name) && (entry.LinkTarget is null || IsFollowed(entry)))
            {
                yield return new FolderTree((DirectoryInfo)entry, this, onUnreadable, followed);
            }
        }
    }

    // A folder that is named is meant, whatever links it stands behind.
    public override DirectoryInfoBase GetDirectory(string path) => path == ".."
        ? new FolderTree(new DirectoryInfo(Path.Combine(folder.FullName, "..")), this, onUnreadable, followed)
        : new FolderTree(new DirectoryInfo(Path.Combine(folder.FullName, path)), this, onUnreadable, followed);

    public override FileInfoBase GetFile(string path) => new FileInfoWrapper(new FileInfo(Path.Combine(folder.FullName, path)));

    // What a link within the tree leads to is read where it is.
    private bool IsFollowed(FileSystemInfo link)
    {
        if (followed is null)
            return false;
        var top = this;
        while (top.parent is not null)
            top = top.parent;
        var target = RealPath.Of(link.FullName);
        var start = RealPath.Of(top.FullName);
        var isWithin = target == start || target.StartsWith(start.TrimEnd('/') + '/', StringComparison.Ordinal);
        var isAbove = start.StartsWith(target.TrimEnd('/') + '/', StringComparison.Ordinal);
        return !isWithin && !isAbove && followed.Add(target);
    }
}
