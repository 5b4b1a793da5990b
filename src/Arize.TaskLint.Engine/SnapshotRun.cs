using System.Globalization;
using System.Text.Json;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Client.Json;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Engine.Files;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Machine;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine;

/// <summary>Writes snapshots of the live side.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class SnapshotRun(Workspace workspace)
{
    private const int MaximumBytes = 512 * 1024 * 1024;

    private static readonly string[] IdAndName = ["id", "name"];

    /// <summary>Reads the live side and writes it.</summary>
    /// <exception cref="UsageException">The request is wrong, the live side cannot be read, or the file must not be written.</exception>
    internal async Task<SnapshotResult> WriteAsync(SnapshotRequest request, CancellationToken cancellation)
    {
        var files = DeclarationFiles.Find(workspace, request, mayBeMissing: request.Paths.Count == 0);
        var path = request.Output is null or InputFiles.StandardInput ? null : Path.GetFullPath(request.Output, workspace.WorkingDirectory);
        if (path is not null)
            WholeFile.Refuse(path, $"--output '{request.Output}'", workspace);
        if (path is not null && !request.IsForced)
            RefuseToReplace(path);
        var lockFile = new LockFile(workspace);
        var lockPath = LockPathOf(request, lockFile, path);
        var profile = new ProfileFiles(workspace).Read(request.Live.Profile);
        var declared = await files.ReadAsync(workspace, request, keepsTasks: true, cancellation).ConfigureAwait(false);
        if (declared.Unreadable.Count > 0)
            throw new UsageException(declared.Unreadable);
        try
        {
            var (client, _) = ApiConnection.Open(workspace, request.Live, profile, canUseSaved: false);
            using (client)
            {
                var reader = new SpaceReader(
                    new ArizeApi(client),
                    count => workspace.Log.Progress($"reading live tasks: {count.ToString(CultureInfo.InvariantCulture)}"))
                { Names = ShownNames.Of(declared.Tasks, declared.Spaces) };
                var document = await ReadAsync(request, declared, reader, cancellation).ConfigureAwait(false);
                foreach (var note in reader.Notes.Order(StringComparer.Ordinal))
                    workspace.Log.Warn(note);
                var built = document.Build();
                var text = workspace.Shown(JsonTreeWriter.TextOf(built));
                var locked = lockPath is null ? null : lockFile.Of(
                    SavedOf(built), declared, workspace.Call(lockPath), mayLose: request.IsForced || !File.Exists(lockPath));
                var shown = path is null ? InputFiles.StandardInput : workspace.Call(path);
                if (path is not null)
                    WholeFile.Write(path, $"--output '{request.Output}'", workspace, writer => writer.Write(text));
                if (locked is not null)
                    WholeFile.Write(lockPath!, $"--lock '{request.Lock}'", workspace, writer => writer.Write(lockFile.TextOf(locked)));
                return new SnapshotResult(
                    request.Output is null ? null : shown, request.Output == InputFiles.StandardInput ? text : null,
                    document.TaskCount, document.EvaluatorCount)
                { Lock = locked };
            }
        }
        catch (SettingsException wrong)
        {
            throw new UsageException(wrong.Message);
        }
        catch (ApiException failed)
        {
            throw Unread(failed.Message);
        }
        finally
        {
            workspace.Log.Progress(null);
        }
    }

    private string? LockPathOf(SnapshotRequest request, LockFile lockFile, string? output)
    {
        if (request.Lock is not { } given)
            return request.Output is not null ? null : throw new UsageException("give --output FILE for a snapshot, --lock FILE for a lock, or both");
        if (request.Tasks.Count > 0)
            throw new UsageException("--task saves some tasks only, and a lock has the evaluators of all; leave one of them out");
        var path = lockFile.PathOf(given);
        WholeFile.Refuse(path, $"--lock '{given}'", workspace);
        if (output is not null && WholeFile.IdentityOf(output) == WholeFile.IdentityOf(path))
            throw new UsageException($"--output '{request.Output}' and --lock '{given}' are one file; give another name");
        if (!request.IsForced)
            lockFile.RefuseToReplace(path);
        return path;
    }

    private static Snapshot SavedOf(MappingNode built)
    {
        var saved = new Snapshot("the snapshot");
        _ = saved.Add(built);
        return saved;
    }

    private static UsageException Unread(string reason) =>
        new($"{reason}", "nothing was written: a snapshot without it would say that it does not exist") { ExitCode = ExitCodes.Undetermined };

    private async Task<SnapshotDocument> ReadAsync(
        SnapshotRequest request, Declarations declared, SpaceReader reader, CancellationToken cancellation)
    {
        var document = new SnapshotDocument { HasRuns = request.HasRuns };
        foreach (var space in SpacesOf(request, declared))
            await reader.ReadAsync(space, document, cancellation).ConfigureAwait(false);
        Select(request.Tasks, document);
        var wanted = EvaluatorsOf(document, declared);
        await Task.WhenAll(wanted.Select(one => reader.ReadEvaluatorAsync(one.Key, one.Value, document, cancellation))).ConfigureAwait(false);
        if (request.HasRuns)
        {
            var health = new TaskHealth(declared.Settings.Health, workspace.Time.GetUtcNow());
            await Task.WhenAll(document.Tasks.Where(task => IsContinuous(task)).Select(task => reader.ReadRunsAsync(
                ((ScalarNode)task["id"]!).Text, new Binder().BindTask(LiveTaskShape.Unwrap(task)).View, health, document, cancellation)))
                .ConfigureAwait(false);
        }

        return document;
    }

    // Those of the declared tasks; where nothing is declared, the one that is given, else all that the key can see.
    private List<string?> SpacesOf(SnapshotRequest request, Declarations declared)
    {
        var spaces = new List<string?>();
        var uncertain = 0;
        foreach (var task in declared.Tasks)
        {
            var space = declared.Spaces.Of(new TaskHeader(task), out var isUncertain);
            if (isUncertain)
                uncertain++;
            else if (!spaces.Contains(space))
                spaces.Add(space);
        }

        if (uncertain > 0)
        {
            workspace.Log.Warn(string.Create(
                CultureInfo.InvariantCulture, $"the space of {(uncertain == 1 ? "1 task" : $"{uncertain} tasks")} is not known, so it is not saved"));
        }

        if ((spaces.Count == 0 || request.Space is not null) && !spaces.Contains(declared.Spaces.Given ?? declared.Spaces.Configured))
            spaces.Add(declared.Spaces.Given ?? declared.Spaces.Configured);
        return spaces;
    }

    private static void Select(IReadOnlyList<string> wanted, SnapshotDocument document)
    {
        if (wanted.Count == 0)
            return;
        static bool Is(MappingNode task, string word) => IdAndName.Any(member => task[member] is ScalarNode own && own.Text == word);
        var tasks = document.Tasks;
        string[] missing = [.. wanted.Where(word => !tasks.Any(task => Is(task, word)))];
        if (missing.Length > 0)
        {
            throw new UsageException([.. missing.Select(word => $"--task '{word}': there is no task of this name or ID, or this key cannot see it")])
            { ExitCode = ExitCodes.Undetermined };
        }

        document.KeepTasks(task => wanted.Any(word => Is(task, word)));
    }

    // Those of the live tasks, and those that declarations are about to attach, each with the versions that are pinned.
    private static SortedDictionary<string, HashSet<string>> EvaluatorsOf(SnapshotDocument document, Declarations declared)
    {
        var wanted = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        void Add(string id, string? version)
        {
            if (!wanted.TryGetValue(id, out var versions))
                wanted.Add(id, versions = new HashSet<string>(StringComparer.Ordinal));
            if (!string.IsNullOrEmpty(version))
                versions.Add(version);
        }

        foreach (var task in document.Tasks)
        {
            var view = new Binder().BindTask(LiveTaskShape.Unwrap(task)).View;
            foreach (var evaluator in view[TaskFields.Evaluators].Objects.Select(one => new EvaluatorDeclaration(one)))
            {
                if (evaluator.Evaluator.ById.Text is { Length: > 0 } id)
                    Add(id, evaluator.Version.Text);
            }
        }

        var saved = SavedOf(document.Build());
        foreach (var reference in EvaluatorReference.Of(saved.Find(declared.Tasks, declared: declared.Spaces)))
        {
            foreach (var id in reference.Id is { } one ? [one] : document.IdsOf(ResourceKind.Evaluator, reference.Name!))
                Add(id, reference.Version);
        }

        return wanted;
    }

    private static bool IsContinuous(MappingNode task) => task[TaskFields.IsContinuous.Name] is ScalarNode { IsPlain: true, Text: "true" };

    // Somebody wrote it, and a wrong name must not cost it.
    private void RefuseToReplace(string path)
    {
        if (!FileFacts.Of(path).IsRegular)
            return;
        byte[]? bytes;
        try
        {
            bytes = FileBytes.Read(() => File.OpenRead(path), MaximumBytes);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Where it cannot be read either, writing says why.
            return;
        }

        if (bytes is null || !IsSnapshot(bytes))
        {
            throw new UsageException(
                $"'{workspace.Call(path)}' is not written: it is there already and is no snapshot that tasklint wrote; "
                    + "use --force to replace it, or give another file");
        }
    }

    private static bool IsSnapshot(byte[] bytes)
    {
        if (bytes.All(value => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            return true;
        try
        {
            return JsonTree.ReadAll(bytes) is [MappingNode only] && only[SnapshotFields.Version] is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>The result of writing a snapshot.</summary>
/// <param name="File">The file, as results call it; null if no snapshot was written.</param>
/// <param name="Text">The snapshot, if it goes to standard output; otherwise null.</param>
/// <param name="Tasks">How many tasks it has.</param>
/// <param name="Evaluators">How many evaluators it has with their versions.</param>
internal sealed record SnapshotResult(string? File, string? Text, int Tasks, int Evaluators)
{
    /// <summary>The lock that was written; null if none was asked for.</summary>
    internal EvaluatorLock? Lock { get; init; }
}
