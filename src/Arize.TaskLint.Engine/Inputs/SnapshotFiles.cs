using System.Text;
using System.Text.Json;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Engine.Machine;

namespace Arize.TaskLint.Engine.Inputs;

/// <summary>Reads the live side from files: <c>--live FILE|DIR|-</c>.</summary>
internal sealed class SnapshotFiles(Workspace workspace)
{
    private const int MaximumBytes = 512 * 1024 * 1024;

    /// <summary>The option that names the files, for messages.</summary>
    internal string Option { get; init; } = "--live";

    /// <summary>Reads all files into one snapshot.</summary>
    /// <param name="paths">Files and folders; a folder means the <c>*.json</c> in it.</param>
    /// <param name="root">The folder that they are relative to.</param>
    /// <exception cref="UsageException">A file cannot be read, or is no snapshot.</exception>
    internal Snapshot Read(IReadOnlyList<string> paths, string root)
    {
        var errors = new List<string>();
        var files = paths.SelectMany(path => FilesOf(path, root, errors)).Distinct(StringComparer.Ordinal).ToList();
        var label = paths.Count != 1 ? "the snapshots"
            : paths[0] == InputFiles.StandardInput ? "standard input"
            : Shown(files, paths[0], root);
        var snapshot = new Snapshot(label);
        workspace.Files.Read(files);
        foreach (var file in files)
            Add(file, snapshot, errors);
        if (errors.Count == 0 && snapshot.Lack is { } lack)
            errors.Add($"{snapshot.Label} {lack}");
        return errors.Count == 0 ? snapshot : throw new UsageException(errors);
    }

    private string Shown(List<string> files, string path, string root) =>
        InputFiles.DisplayPath(files is [var only] ? only : Path.GetFullPath(path, root), workspace.WorkingDirectory);

    private string[] FilesOf(string path, string root, List<string> errors)
    {
        if (path == InputFiles.StandardInput)
            return [path];
        var full = Path.GetFullPath(path, root);
        if (FolderTree.Refusal(full) is { } refusal)
        {
            errors.Add($"{Option} '{path}' {refusal}");
            return [];
        }

        if (File.Exists(full))
            return [full];
        if (!Directory.Exists(full))
        {
            errors.Add($"{Option} '{path}' does not exist");
            return [];
        }

        string[] files = [.. AnswersIn(full).Where(file => FileFacts.Of(file).Kind != FileKind.Pipe).Order(PageOrder.Instance)];
        var inner = Directory.EnumerateDirectories(full).Order(StringComparer.Ordinal).FirstOrDefault(HasAnswers) is { } folder
            ? InputFiles.DisplayPath(folder, workspace.WorkingDirectory)
            : null;
        if (files.Length == 0)
            errors.Add($"{Option} '{path}' is a folder without *.json{(inner is null ? "" : $"; '{inner}' has some: give that folder")}");
        else if (inner is not null)
            workspace.Log.Note($"{Option} '{path}' means the *.json in that folder itself; '{inner}' is not read: give it with a --live of its own");
        return files;
    }

    private static IEnumerable<string> AnswersIn(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase));

    private static bool HasAnswers(string folder)
    {
        try
        {
            return AnswersIn(folder).Any();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It is not what was asked for, so that there is nothing to say of it.
            return false;
        }
    }

    private void Add(string file, Snapshot snapshot, List<string> errors)
    {
        var shown = file == InputFiles.StandardInput ? "<stdin>" : InputFiles.DisplayPath(file, workspace.WorkingDirectory);
        try
        {
            if (FileBytes.Read(file == InputFiles.StandardInput ? workspace.Input : () => File.OpenRead(file), MaximumBytes) is not { } bytes)
            {
                errors.Add($"'{shown}' is larger than {MaximumBytes / (1024 * 1024)} MiB; that is no snapshot of tasks");
                return;
            }

            var values = JsonTree.ReadAll(JsonBytes.ToUtf8(bytes), workspace.Secret);
            workspace.Log.Detail($"read {shown}");
            if (values.Count == 0)
                errors.Add($"{shown}:1:1: no snapshot: the file is empty");
            foreach (var value in values)
            {
                if (RepeatedKeys.FirstIn(value) is { } key)
                    errors.Add($"{shown}: no snapshot: it has the key '{key}' twice in one object, so it is not clear which value counts");
                else if (snapshot.Add(value) is { } problem)
                    errors.Add($"{shown}: no snapshot: {problem}");
            }
        }
        catch (DecoderFallbackException)
        {
            errors.Add($"'{shown}' is not valid UTF-16");
        }
        catch (JsonException invalid)
        {
            errors.Add($"{shown}:{(invalid.LineNumber ?? 0) + 1}:{(invalid.BytePositionInLine ?? 0) + 1}: not valid JSON: {ReasonOf(invalid)}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            errors.Add($"'{shown}' cannot be read: {unreadable.Message}");
        }
    }

    // The parser quotes what it stumbles over, to its end, and may advise its caller. A file that was named by mistake may hold anything.
    private static string ReasonOf(JsonException invalid)
    {
        var reason = invalid.Message.Split(" LineNumber:")[0].Split(" Path:")[0].Split(" Change the reader options")[0].TrimEnd('.');
        return reason.Contains(" is an invalid JSON literal", StringComparison.Ordinal) ? "a word stands where a value is expected" : reason;
    }
}
