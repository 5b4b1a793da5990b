using System.Text;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Engine.Machine;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine.Files;

/// <summary>
/// Writes files that appear whole or not at all. The only writer of the tool: reports, baselines, schemas and fixed declarations go through
/// it. What is no regular file is written through; a file that exists keeps its permissions, its owner and its other names.
/// </summary>
internal static class WholeFile
{
    private const FileShare AnyShare = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Writes a text.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="called">How a message calls the file.</param>
    /// <param name="workspace">What the run reads and writes.</param>
    /// <param name="write">Writes its text.</param>
    /// <exception cref="UsageException">The file cannot be written, or must not be.</exception>
    internal static void Write(string path, string called, Workspace workspace, Action<TextWriter> write)
    {
        Refuse(path, called, workspace);
        WriteText(path, called, workspace, write);
    }

    /// <summary>Writes a text in the place of one that the run has read.</summary>
    /// <inheritdoc cref="Write"/>
    internal static void Rewrite(string path, string called, Workspace workspace, Action<TextWriter> write)
    {
        RefuseLink(path, called, workspace);
        WriteText(path, called, workspace, write);
    }

    /// <summary>Replaces the content of a file that exists.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="before">What it held when it was read.</param>
    /// <param name="after">What it is to hold.</param>
    /// <param name="files">The files of the run.</param>
    /// <exception cref="IOException">It cannot be written, is no regular file, or holds something else by now; it is left as it is.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; it is left as it is.</exception>
    internal static void Replace(string path, byte[] before, byte[] after, RunFiles files)
    {
        if (!FileFacts.Of(path).IsRegular)
            throw new IOException("it is not a regular file");
        Put(path, files, stream => stream.Write(after), () =>
        {
            if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(before))
                throw new IOException("somebody has changed it meanwhile; run again");
        });
    }

    /// <summary>Refuses a file that the run reads, one that by its name is there to be read, and a link that leads out of the work tree.</summary>
    /// <exception cref="UsageException">It is such a file.</exception>
    internal static void Refuse(string path, string called, Workspace workspace)
    {
        RefuseLink(path, called, workspace);
        if (workspace.Files.IsRead(path))
            throw new UsageException($"{called} is a file that this run reads; give another name");
        if (IsInputName(path) || (new FileInfo(path).LinkTarget is { } target && IsInputName(target)))
            throw new UsageException($"{called} has the name of a file that tasklint reads; give another name");
    }

    /// <summary>The same for all paths of one file, there or not. What is no regular file takes any number of reports.</summary>
    internal static string IdentityOf(string path)
    {
        var facts = FileFacts.Of(path);
        if (facts.Kind is FileKind.Other or FileKind.Pipe)
            return $"{Guid.NewGuid()}";
        if (facts.Kind != FileKind.Nothing)
            return facts.Identity;
        if (new FileInfo(path).LinkTarget is not null)
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return Path.GetDirectoryName(path) is { } folder ? $"{FileFacts.Of(folder).Identity}/{Path.GetFileName(path)}" : path;
    }

    private static void RefuseLink(string path, string called, Workspace workspace)
    {
        if (workspace.StreamOf(path) is null && LinkOut.Is(path, workspace.WorkingDirectory))
            throw new UsageException($"{called} is behind a link that leads out of the work tree, which is not followed; remove the link");
    }

    private static bool IsInputName(string path) =>
        InputFiles.IsDeclarationName(path) || CSharpInputs.Has(path)
            || Path.GetFileName(path) is SettingsFile.Name or "tasklint.yml" or EditorConfigFiles.Name or EditorConfigFiles.GlobalName;

    private static void WriteText(string path, string called, Workspace workspace, Action<TextWriter> write)
    {
        try
        {
            if (workspace.StreamOf(path) is { } stream)
            {
                write(stream);
                return;
            }

            Put(path, workspace.Files, file =>
            {
                using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: -1, leaveOpen: true);
                write(writer);
            });
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"{called} cannot be written: {failed.Message}");
        }
    }

    private static void Put(string path, RunFiles files, Action<Stream> write, Action? check = null)
    {
        var facts = FileFacts.Of(path);
        if (facts.Kind == FileKind.Folder)
            throw new IOException("it is a folder");
        if (facts.Kind is FileKind.Other or FileKind.Pipe)
        {
            using var through = facts.Kind == FileKind.Pipe
                ? OpenedPipe.ToWrite(path)
                : new FileStream(path, FileMode.Open, FileAccess.Write, AnyShare);
            write(through);
            through.Flush();
            return;
        }

        using var held = files.Hold();
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException("its folder does not exist");
        if (facts.IsRegular)
            AskToWrite(path, facts);
        if (RealPath(path, facts) is not { } real || facts.HasOtherNames || !TryPutBeside(real, facts, files, write, check))
            PutInPlace(path, facts, files, write, check);
    }

    // Root may write every file, and whoever may write a folder may replace what is in it; but a person has said that this one stays.
    private static void AskToWrite(string path, FileFacts facts)
    {
        if (facts.IsReadOnly)
            throw new UnauthorizedAccessException("the file is read-only");
        new FileStream(path, FileMode.Open, FileAccess.Write, AnyShare, bufferSize: 0).Dispose();
    }

    // The file behind a link, or null if it is not sure which that is.
    private static string? RealPath(string path, FileFacts facts)
    {
        if (new FileInfo(path).LinkTarget is null)
            return path;
        return facts.IsRegular
            && File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName is { } real
            && FileFacts.Of(real).Identity == facts.Identity
            ? real
            : null;
    }

    // False if nothing can be put beside the file, or not into its place.
    private static bool TryPutBeside(string path, FileFacts facts, RunFiles files, Action<Stream> write, Action? check)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".tasklint-{Guid.NewGuid():N}.unfinished");
        FileStream stream;
        try
        {
            // It must not exist: a link of that name would be followed.
            files.Begin(unfinished);
            stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        try
        {
            using (stream)
            {
                if (facts.IsRegular && FileFacts.Of(unfinished).Owner != facts.Owner)
                    return false;
                write(stream);
                if (facts.Mode is { } mode && !OperatingSystem.IsWindows())
                    File.SetUnixFileMode(stream.SafeFileHandle, mode);
                stream.Flush(flushToDisk: check is not null);
            }

            check?.Invoke();
            return TryMove(unfinished, path);
        }
        finally
        {
            files.End(unfinished);
        }
    }

    private static bool TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException && File.Exists(from))
        {
            // A file that is mounted by itself cannot be replaced, only written.
            return false;
        }
    }

    private static void PutInPlace(string path, FileFacts facts, RunFiles files, Action<Stream> write, Action? check)
    {
        // All that can fail in the making fails before the file is touched.
        using var content = new MemoryStream();
        write(content);
        check?.Invoke();
        files.ThrowIfOver();
        var before = ContentOf(path, facts);
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, AnyShare, bufferSize: 0);
        try
        {
            PutAll(stream, content.GetBuffer().AsSpan(0, (int)content.Length));
        }
        catch (IOException)
        {
            if (before is not null)
                PutAll(stream, before);
            else if (facts.Kind == FileKind.Nothing && new FileInfo(path).LinkTarget is null)
                File.Delete(path);
            throw;
        }
    }

    // Null if there is none, or if it may be written but not read.
    private static byte[]? ContentOf(string path, FileFacts facts)
    {
        try
        {
            return facts.IsRegular ? File.ReadAllBytes(path) : null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void PutAll(FileStream stream, ReadOnlySpan<byte> bytes)
    {
        stream.Position = 0;
        stream.Write(bytes);
        stream.SetLength(bytes.Length);
        stream.Flush(flushToDisk: true);
    }
}
