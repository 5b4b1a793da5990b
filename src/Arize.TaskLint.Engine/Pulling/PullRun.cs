using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Writing;
using Arize.TaskLint.Engine.Settings;
using Arize.TaskLint.Reporting.Remedies;

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
        if (tasks.Count == 0)
            return null;
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
                + $"tasklint schema --output {ShellText.Quote(workspace.Call(Path.Combine(output.Folder, SchemaName)))}");
        // A folder is read for its declarations in YAML; code is given by name.
        var inputs = request.Split != PullSplit.None && request.Language == PullLanguage.CSharp ? paths.Select(workspace.Call) : [place];
        var live = string.Concat(request.Live.Saved.Select(saved => $" --live {ShellText.Quote(saved)}"));
        workspace.Log.Note($"next: tasklint check{live} {string.Join(' ', inputs.Select(ShellText.Quote))}");
        return null;
    }

    private async Task<IReadOnlyList<LiveTask>> ReadAsync(PullTasksRequest request, CancellationToken cancellation)
    {
        if (request is { Tasks.Count: > 0, Project: not null })
            throw new UsageException("--task names single tasks, and --project all of a project; give one or the other");
        var settings = SettingsFile.Find(workspace, request.Config, firstPath: null);
        var space = DeclarationFiles.SpaceOf(workspace, request.Space) ?? settings.Space;
        if (request is { IsUnmanaged: true, Tasks.Count: > 0 } or { IsUnmanaged: true, Project: not null })
            throw new UsageException("--unmanaged writes the tasks that nothing declares; leave --task and --project out");
        if (request is { IsUnmanaged: false, Declared.Count: > 0 })
            throw new UsageException($"'{request.Declared[0]}': paths are those of declarations, for --unmanaged; tasks are given with --task");
        using var source = new LiveSource(workspace, request.Live, settings) { ListsAll = request.IsUnmanaged };
        source.ReadProfile();
        var pulled = new PulledTasks(workspace.Log, request, space);
        if (request.IsUnmanaged)
            return await ReadUnmanagedAsync(request, source, pulled, cancellation).ConfigureAwait(false);
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

    private async Task<IReadOnlyList<LiveTask>> ReadUnmanagedAsync(
        PullTasksRequest request, LiveSource source, PulledTasks pulled, CancellationToken cancellation)
    {
        var declarations = new UnmanagedRequest { Paths = request.Declared, Config = request.Config, Space = request.Space };
        var files = DeclarationFiles.Find(workspace, declarations, mayBeMissing: request.Declared.Count == 0);
        var declared = await files.ReadAsync(workspace, declarations, keepsTasks: true, cancellation).ConfigureAwait(false);
        if (declared.Unreadable.Count > 0)
            throw new UsageException(declared.Unreadable);
        var side = await source.ReadAsync(declared, atBase: null, asksEvaluators: false, cancellation).ConfigureAwait(false);
        var hasAll = !declared.Findings.Any(finding => finding.LosesDeclarations);
        var outcome = new UnmanagedCheck(declared.Settings.Unmanaged, workspace.Today).Check(side.Listing!, side.Tasks, [], hasAll);
        if (outcome.LiveTasks is not { } all)
            throw PulledTasks.Undetermined(outcome.Findings[0].Message);
        List<ObjectView> tasks =
            [.. outcome.Tasks.Zip(outcome.Findings, (task, finding) => finding.IsSuppressed ? null : task.Task.View).OfType<ObjectView>()];
        if (tasks.Count == 0)
        {
            var accepted = outcome.Tasks.Count == 0 ? "" : $", or left undeclared by the settings ({outcome.Tasks.Count})";
            workspace.Log.Note($"all {all} live tasks are declared{accepted}, so there is nothing to write");
            return [];
        }

        return source.Saved is { } snapshot
            ? PulledTasks.Named(tasks, snapshot)
            : await pulled.NamedAsync(tasks, source.ReadApi(), cancellation).ConfigureAwait(false);
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
}
