using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Writing;

namespace Arize.TaskLint.Engine.Pulling;

/// <summary>Reads the live tasks that a request selects: all of them, or none where one is not certain.</summary>
/// <param name="log">Receives what is left out.</param>
/// <param name="request">Which tasks.</param>
/// <param name="space">The space in which tasks are looked for; null if there is none.</param>
internal sealed class PulledTasks(RunLog log, PullTasksRequest request, string? space)
{
    // The lists that the API has of what tasks refer to. Evaluators are named by the tasks themselves.
    private static readonly ResourceKind[] ListedKinds =
        [ResourceKind.Project, ResourceKind.Dataset, ResourceKind.Experiment, ResourceKind.AiIntegration, ResourceKind.AgentIntegration];

    /// <summary>Selects among saved tasks.</summary>
    /// <exception cref="UsageException">A task is not there, or may be missing.</exception>
    internal async Task<IReadOnlyList<LiveTask>> OfAsync(Snapshot snapshot)
    {
        var tasks = request.Tasks.Count > 0
            ? await FindAsync(declared => Task.FromResult(snapshot.Find(declared)), isSaved: true).ConfigureAwait(false)
            : All(snapshot);
        return Named([.. Sorted(tasks, $"in {snapshot.Label}")], snapshot);
    }

    /// <summary>Saved tasks with the names that are saved.</summary>
    internal static IReadOnlyList<LiveTask> Named(IEnumerable<ObjectView> tasks, Snapshot snapshot) =>
        [.. tasks.Select(task => new LiveTask(task, snapshot.NameOf, snapshot.NamesFor(task)))];

    /// <summary>Asks the API.</summary>
    /// <exception cref="UsageException">A task is not there, or an answer is missing.</exception>
    internal async Task<IReadOnlyList<LiveTask>> OfAsync(ApiSource source, CancellationToken cancellation)
    {
        try
        {
            var tasks = request.Tasks.Count > 0
                ? await FindAsync(declared => source.FindAsync(declared, new SpaceSettings(space), cancellation), isSaved: false)
                    .ConfigureAwait(false)
                : await source.ListAsync(space, request.Project, cancellation).ConfigureAwait(false);
            return await NamedAsync([.. Sorted(tasks, "there")], source, cancellation).ConfigureAwait(false);
        }
        catch (ApiException failed)
        {
            throw Undetermined(failed.Message);
        }
    }

    /// <summary>Live tasks with the names of what they refer to.</summary>
    /// <exception cref="UsageException">An answer is missing.</exception>
    internal async Task<IReadOnlyList<LiveTask>> NamedAsync(
        IReadOnlyList<ObjectView> tasks, ApiSource source, CancellationToken cancellation)
    {
        try
        {
            var kinds = ListedKinds.Where(kind => tasks.Any(task => RefersTo(task, kind)));
            var names = await source.FindNamesAsync(kinds, space, request.IsByName ? log.Warn : log.Detail, cancellation).ConfigureAwait(false);
            return [.. tasks.Select(task => new LiveTask(
                task,
                (kind, id) => names.GetValueOrDefault(kind)?.NameOf(id),
                (kind, name) => names.GetValueOrDefault(kind)?.Resolve(kind, name, "there", ShownNames.AsTheyAre, task)
                    ?? new NameResolution.NotSaved("the API")))];
        }
        catch (ApiException failed)
        {
            throw Undetermined(failed.Message);
        }
    }

    // A name first, and where no task has it an ID: IDs may have any form.
    private async Task<IReadOnlyList<ObjectView>> FindAsync(
        Func<IReadOnlyList<TaskDeclaration>, Task<IReadOnlyList<TaskCase>>> find, bool isSaved)
    {
        string[] texts = [.. request.Tasks.Distinct(StringComparer.Ordinal)];
        var fields = Array.ConvertAll(texts, text => ResourceId.ResourceOf(text) == ResourceKind.Task ? TaskFields.Id : TaskFields.Name);
        var found = (await find([.. texts.Select((text, i) => Declared(fields[i], text))]).ConfigureAwait(false)).Select(one => one.Live).ToArray();
        int[] missing =
        [
            .. Enumerable.Range(0, texts.Length).Where(i => fields[i] == TaskFields.Name && MayBeId(texts[i])
                && (found[i] is LiveAnswer.Missing || (isSaved && found[i] is LiveAnswer.Undetermined))),
        ];
        if (missing.Length > 0)
        {
            var again = await find([.. missing.Select(i => Declared(TaskFields.Id, texts[i]))]).ConfigureAwait(false);
            for (var i = 0; i < missing.Length; i++)
            {
                if (again[i].Live is LiveAnswer.Found)
                    found[missing[i]] = again[i].Live;
            }
        }

        return [.. found.Zip(texts, Only).DistinctBy(task => task[TaskFields.Id].Text)];
    }

    private static ObjectView Only(LiveAnswer answer, string text)
    {
        var called = $"--task '{text}'";
        return answer switch
        {
            LiveAnswer.Found { Task: var task } => task,
            LiveAnswer.Missing missing => throw new UsageException($"{called}: there is no such task; it is {missing.Reason}"),
            LiveAnswer.Ambiguous { Ids: var ids } => throw new UsageException(
                $"{called}: {ids.Count} tasks have this name; give one of their IDs: {string.Join(", ", ids)}"),
            LiveAnswer.Undetermined { Cause: var cause } => throw Undetermined($"{called}: {cause.Reason}"),
            _ => throw new UsageException($"{called} is neither a name nor an ID"),
        };
    }

    private ObjectView[] All(Snapshot snapshot)
    {
        if ((snapshot.Incompleteness ?? snapshot.Tasks.Select(snapshot.DoubtOf).FirstOrDefault(doubt => doubt is not null)) is { } why)
            throw Undetermined(why);
        return [.. snapshot.Tasks.Where(task => request.Project is not { } project
            || (task[TaskFields.ProjectId].Text is { } id && (id == project || snapshot.NameOf(ResourceKind.Project, id) == project)))];
    }

    private IEnumerable<ObjectView> Sorted(IReadOnlyCollection<ObjectView> tasks, string where)
    {
        if (tasks.Count == 0)
        {
            var inProject = request.Project is { } project ? $" in the project '{project}'" : "";
            throw new UsageException($"no task is {where}{inProject}, so there is nothing to write");
        }

        return tasks.OrderBy(task => task[TaskFields.Name].Text, StringComparer.Ordinal)
            .ThenBy(task => task[TaskFields.Id].Text, StringComparer.Ordinal);
    }

    internal static UsageException Undetermined(string why) => new($"{why}; nothing is written") { ExitCode = ExitCodes.Undetermined };

    private static bool MayBeId(string text) => text is not ("." or "..") && !text.Any(char.IsWhiteSpace);

    private static TaskDeclaration Declared(FieldSpec field, string text)
    {
        static ScalarNode Scalar(string content) => new(Place.None, content, isPlain: false);
        return new Binder().BindTask(new MappingNode(Place.None, [new Entry(Scalar(field.Name), Scalar(text))]));
    }

    private static bool RefersTo(ObjectView view, ResourceKind kind) =>
        view.Present.Any(field => field.Spec!.Refers == kind ? field.Texts.Count > 0 : field.Object is { } inner && RefersTo(inner, kind));
}
