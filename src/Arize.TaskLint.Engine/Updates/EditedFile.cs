using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Inputs;

namespace Arize.TaskLint.Engine.Updates;

/// <summary>A declaration file in YAML whose text is changed in place.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Before">Its bytes.</param>
/// <param name="Source">Its text.</param>
internal sealed record EditedFile(string Path, byte[] Before, SourceFile Source)
{
    /// <summary>Reads a file.</summary>
    /// <param name="workspace">What the run reads and writes.</param>
    /// <param name="path">The file, as results call it.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    internal static EditedFile Read(Workspace workspace, string path)
    {
        if (path is InputFiles.StandardInput or InputFiles.ShownStandardInput)
            throw new UsageException("a file is changed, and standard input is none; give the file");
        var full = System.IO.Path.GetFullPath(path, workspace.WorkingDirectory);
        var shown = workspace.Call(full);
        try
        {
            var bytes = FileBytes.Read(() => File.OpenRead(full), SourceText.MaximumBytes)
                ?? throw new UsageException($"'{shown}' cannot be changed: {SourceText.TooLarge}");
            var source = SourceText.Decode(path, bytes, out var problem);
            return problem is null
                ? new EditedFile(full, bytes, source)
                : throw new UsageException($"'{shown}' cannot be changed: it is not UTF-8 or UTF-16 text");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{shown}' cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>Reads declarations as a run does, with its variables.</summary>
    internal static DeclarationReader Reader(Workspace workspace) => new(workspace.Variable, workspace.Secret);

    /// <summary>Writes another text in its place.</summary>
    /// <exception cref="UsageException">It cannot be written; it is left as it is.</exception>
    internal void Write(Workspace workspace, string text)
    {
        try
        {
            WholeFile.Replace(Path, Before, SourceText.Encode(text, Before), workspace.Files);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{workspace.Call(Path)}' cannot be changed: {failed.Message}");
        }
    }

    /// <summary>Writes several files: all of them, or none.</summary>
    /// <exception cref="UsageException">One cannot be written; all are as they were.</exception>
    internal static void WriteAll(Workspace workspace, IReadOnlyList<(EditedFile File, string Text)> edits)
    {
        var written = 0;
        try
        {
            for (; written < edits.Count; written++)
                edits[written].File.Write(workspace, edits[written].Text);
        }
        catch (UsageException failed) when (written > 0)
        {
            foreach (var (file, text) in edits.Take(written))
                WholeFile.Replace(file.Path, SourceText.Encode(text, file.Before), file.Before, workspace.Files);
            throw new UsageException([.. failed.Messages, "no file was changed"]);
        }
    }
}
