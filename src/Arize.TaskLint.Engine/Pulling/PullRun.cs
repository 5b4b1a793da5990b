using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine.Pulling;

/// <summary>Writes declarations from live tasks.</summary>
/// <param name="workspace">What the run reads and writes.</param>
internal sealed class PullRun(Workspace workspace)
{
    private const int MostShown = 20;
    private const string SchemaName = "arize-tasks.schema.json";

    /// <summary>Reads the tasks and writes the files.</summary>
    /// <returns>The text for standard output; null if files were written.</returns>
    /// <exception cref="UsageException">The request is wrong, a task is not certain, or a file cannot be written.</exception>
    internal async Task<string?> RunAsync(PullTasksRequest request, CancellationToken cancellation)
    {
        var output = PullOutput.Of(workspace, request);
        var tasks = await ReadAsync(request, cancellation).ConfigureAwait(false);
        if (output is null)
        {
            var written = Write(request, tasks, CSharpText.ClassName("live"));
            Warn(written.Notes);
            workspace.Log.Note($"{Count(tasks.Count)}; add --output to write a file, then run 'tasklint check'");
            return written.Text;
        }

        List<(string Name, WrittenDeclarations Written, int Count)> files = request.Split == PullSplit.None
            ? [("", Write(request, tasks, CSharpText.ClassName(output.Stem)), tasks.Count)]
            : [.. Split(request, tasks)];
        var paths = output.Write([.. files.Select(file => (file.Name, file.Written.Text))]);
        Warn([.. files.SelectMany(file => file.Written.Notes)]);
        Say([.. files.Select((file, i) => $"wrote {Count(file.Count)} to {workspace.Call(paths[i])}")]);
        var place = workspace.Call(output.Path);
        if (request.Language == PullLanguage.Yaml && !File.Exists(Path.Combine(output.Folder, SchemaName)))
            workspace.Log.Note("for completion in editors: "
                + $"tasklint schema --output {Quoted(workspace.Call(Path.Combine(output.Folder, SchemaName)))}");
        // A folder is read for its declarations in YAML; code is given by name.
        var inputs = request.Split != PullSplit.None && request.Language == PullLanguage.CSharp ? paths.Select(workspace.Call) : [place];
        var live = string.Concat(request.Live.Saved.Select(saved => $" --live {Quoted(saved)}"));
        workspace.Log.Note($"next: tasklint check{live} {string.Join(' ', inputs.Select(Quoted))}");
        return null;
    }

    private async Task<IReadOnlyList<LiveTask>> ReadAsync(PullTasksRequest request, CancellationToken cancellation)
    {
        if (request is { Tasks.Count: > 0, Project: not null })
            throw new UsageException("--task names single tasks, and --project all of a project; give one or the other");
        var settings = SettingsFile.Find(workspace, request.Config, firstPath: null);
        var space = DeclarationFiles.SpaceOf(workspace, request.Space) ?? settings.Space;
        using var source = new LiveSource(workspace, request.Live, settings);
        source.ReadProfile();
        var pulled = new PulledTasks(workspace.Log, request, space);
        if (source.ReadSaved() is { } snapshot)
            return await pulled.OfAsync(snapshot).ConfigureAwait(false);
        if (request.Tasks.Count == 0 && request.Project is null && space is null)
            throw new UsageException("say which tasks: --task ID or NAME, --project, or all of a --space; or all of saved tasks with --live");
        try
        {
            return await pulled.OfAsync(source.ReadApi(), cancellation).ConfigureAwait(false);
        }
        catch (SettingsException wrong)
        {
            throw new UsageException(wrong.Message);
        }
        finally
        {
            workspace.Log.Progress(null);
        }
    }

    private static WrittenDeclarations Write(PullTasksRequest request, IReadOnlyList<LiveTask> tasks, string className) =>
        request.Language == PullLanguage.Yaml
            ? WrittenDeclarations.Yaml(tasks, request.IsByName, request.Space)
            : WrittenDeclarations.CSharp(tasks, request.IsByName, request.Space, className);

    private static IEnumerable<(string Name, WrittenDeclarations Written, int Count)> Split(PullTasksRequest request, IReadOnlyList<LiveTask> tasks)
    {
        var names = new FileNames(request.Split == PullSplit.Task ? "task" : "tasks");
        var classes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var groups = request.Split == PullSplit.Task
            ? tasks.Select(task => (
                Name: task.Task[TaskFields.Name].Text ?? task.Task[TaskFields.Id].Text ?? "",
                Tasks: (IReadOnlyList<LiveTask>)[task]))
            : tasks.GroupBy(SourceOf).Select(group => (group.Key.Name, (IReadOnlyList<LiveTask>)[.. group]))
                .OrderBy(group => group.Name, StringComparer.Ordinal);
        foreach (var (name, group) in groups)
        {
            var file = names.Of(name);
            var className = CSharpText.ClassName(file);
            for (var i = 2; !classes.Add(className); i++)
                className = FormattableString.Invariant($"{CSharpText.ClassName(file)}{i}");
            var written = Write(request, group, className);
            yield return (request.Language == PullLanguage.Yaml ? $"{file}.arize.yaml" : $"{className}.cs", written, group.Count);
        }
    }

    // The project or dataset of a task, by its name where that is known.
    private static (string Id, string Name) SourceOf(LiveTask task)
    {
        foreach (var field in new[] { TaskFields.ProjectId, TaskFields.DatasetId })
        {
            if (task.Task[field].Text is { } id)
                return (id, task.NameOf(field.Refers!, id) ?? id);
        }

        return ("", "");
    }

    private void Warn(IReadOnlyList<string> notes) => Tell(notes, workspace.Log.Warn);

    private void Say(IReadOnlyList<string> messages) => Tell(messages, workspace.Log.Note);

    private static void Tell(IReadOnlyList<string> messages, Action<string> tell)
    {
        foreach (var message in messages.Take(MostShown))
            tell(message);
        if (messages.Count > MostShown)
            tell($"and {messages.Count - MostShown} more like these");
    }

    private static string Count(int tasks) => tasks == 1 ? "1 task" : $"{tasks} tasks";

    private static string Quoted(string path) => path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-')
        ? path
        : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
