using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Inputs.CSharp;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine.Pulling;

/// <summary>The file or the folder that declarations are written to. All is refused that can be, before anything is written.</summary>
internal sealed class PullOutput
{
    private readonly Workspace workspace;
    private readonly PullTasksRequest request;
    private readonly string given;

    private PullOutput(Workspace workspace, PullTasksRequest request, string given)
    {
        (this.workspace, this.request, this.given) = (workspace, request, given);
        Path = System.IO.Path.GetFullPath(given, workspace.WorkingDirectory);
    }

    /// <summary>The full path of the file or the folder.</summary>
    internal string Path { get; }

    /// <summary>The folder that files are written to.</summary>
    internal string Folder => request.Split == PullSplit.None ? System.IO.Path.GetDirectoryName(Path) ?? Path : Path;

    /// <summary>The name of the file without its extensions.</summary>
    internal string Stem => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The output of a request; null if it is standard output.</summary>
    /// <exception cref="UsageException">Nothing can be written there.</exception>
    internal static PullOutput? Of(Workspace workspace, PullTasksRequest request)
    {
        if (request.Output is not { } given)
        {
            return request.Split == PullSplit.None
                ? null
                : throw new UsageException("--split writes several files; give their folder with --output");
        }

        var output = new PullOutput(workspace, request, given);
        var kind = FileFacts.Of(output.Path).Kind;
        if (request.Split == PullSplit.None && kind == FileKind.Folder)
            throw new UsageException($"--output '{given}' is a folder; give a file, or add --split task or --split project");
        if (request.Split != PullSplit.None && kind is not (FileKind.Folder or FileKind.Nothing))
            throw new UsageException($"--output '{given}' is a file; --split needs a folder");
        if (request.Split == PullSplit.None)
            output.Refuse(output.Path, $"--output '{given}'");
        return output;
    }

    /// <summary>Writes the files.</summary>
    /// <param name="files">Their names in the folder, and their texts; without --split, the one file.</param>
    /// <returns>Their full paths.</returns>
    /// <exception cref="UsageException">A file is there already, or cannot be written; then all are as they were.</exception>
    internal IReadOnlyList<string> Write(IReadOnlyList<(string Name, string Text)> files)
    {
        if (request.Split == PullSplit.None)
        {
            if (workspace.StreamOf(Path) is null)
                MakeFolder(Folder);
            WholeFile.Rewrite(Path, $"--output '{given}'", workspace, writer => writer.Write(files[0].Text));
            return [Path];
        }

        string[] paths = [.. files.Select(file => System.IO.Path.Combine(Path, file.Name))];
        foreach (var path in paths)
            Refuse(path, $"'{workspace.Call(path)}'");
        MakeFolder(Path);
        var written = new List<(string Path, byte[]? Before)>();
        try
        {
            for (var i = 0; i < paths.Length; i++)
            {
                // By another name that the file system takes for the same, it may be there only now.
                Refuse(paths[i], $"'{workspace.Call(paths[i])}'");
                var (before, text) = (File.Exists(paths[i]) ? File.ReadAllBytes(paths[i]) : null, files[i].Text);
                WholeFile.Rewrite(paths[i], $"'{workspace.Call(paths[i])}'", workspace, writer => writer.Write(text));
                written.Add((paths[i], before));
            }
        }
        catch (Exception failed) when (failed is UsageException or OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            foreach (var (path, before) in written)
            {
                if (before is null)
                    File.Delete(path);
                else
                    File.WriteAllBytes(path, before);
            }

            throw;
        }

        return paths;
    }

    private void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output '{given}' cannot be written: {failed.Message}");
        }
    }

    private void Refuse(string path, string called)
    {
        if (workspace.StreamOf(path) is not null)
            return;
        if (workspace.Files.IsRead(path))
            throw new UsageException($"{called} is a file that this run reads; give another name");
        var link = new FileInfo(path).LinkTarget;
        // A link may lead out of the folder.
        if (link is not null && request.Split != PullSplit.None)
            throw new UsageException($"{called} is a link, which is not followed; remove it");
        foreach (var name in link is null ? [path] : new[] { path, link })
        {
            if (!(request.Language == PullLanguage.Yaml ? InputFiles.IsDeclarationName(name) : CSharpInputs.Has(name)))
                WholeFile.Refuse(name, called, workspace);
        }

        var kind = FileFacts.Of(path).Kind;
        if (kind == FileKind.Folder)
            throw new UsageException($"{called} is a folder");
        if (kind == FileKind.Regular && !request.Overwrites)
            throw new UsageException($"{called} exists already; give another name, or --force to overwrite it");
    }
}
