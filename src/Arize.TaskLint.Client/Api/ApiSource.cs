using System.Collections.Concurrent;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>Finds the live side of declared tasks over the REST API, space by space, with as few requests as can be.</summary>
/// <param name="api">The API.</param>
/// <param name="progress">Takes the number of live tasks that were read, as it grows.</param>
public sealed class ApiSource(ArizeApi api, Action<int> progress)
{
    private readonly ConcurrentDictionary<string, SpaceSearch> searches = new(StringComparer.Ordinal);

    /// <summary>
    /// Begins to read the list of tasks of a space, while the declarations are still read. Nothing comes of it where no task is looked for in it.
    /// </summary>
    /// <param name="space">The space, by name or ID.</param>
    /// <param name="cancellation">Ends the requests.</param>
    public void Begin(string space, CancellationToken cancellation)
    {
        api.AwaitNames();
        SearchOf(space).Begin(cancellation);
    }

    /// <summary>What was found of each task, in the order of the tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="spaces">Which space each task is in.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    /// <param name="atBase">The declarations at the base, whose names are looked up too; null where there is none.</param>
    public async Task<IReadOnlyList<TaskCase>> FindAsync(
        IReadOnlyList<TaskDeclaration> tasks, SpaceSettings spaces, CancellationToken cancellation, BaseTasks? atBase = null)
    {
        api.Names = ShownNames.Of(atBase is null ? tasks : tasks.Concat(atBase.All), spaces);
        var answers = new Dictionary<TaskDeclaration, LiveAnswer>();
        var wanted = new Dictionary<string, List<WantedTask>>(StringComparer.Ordinal);
        foreach (var task in tasks)
        {
            var space = spaces.Of(new TaskHeader(task), out var isUncertain);
            if (TaskIdentity.Of(task) is TaskIdentity.None { Answer: var answer })
                answers[task] = answer;
            else if (isUncertain)
                answers[task] = new LiveAnswer.Undetermined(new LiveFailure("which space the task is in is not known", IsShared: false));
            else if (wanted.TryGetValue(space ?? "", out var list))
                list.Add(new WantedTask(task, TaskIdentity.Of(task), atBase?.Of(task)));
            else
                wanted.Add(space ?? "", [new WantedTask(task, TaskIdentity.Of(task), atBase?.Of(task))]);
        }

        var found = await Task.WhenAll(wanted.Select(async group =>
        {
            try
            {
                return await SearchOf(group.Key).FindAsync(group.Value, cancellation).ConfigureAwait(false);
            }
            catch (ApiException failed)
            {
                var unknown = new LiveAnswer.Undetermined(new LiveFailure(failed.Message, IsShared: true));
                return group.Value.Select(one => new TaskCase(one.Task, unknown)).ToList();
            }
        })).ConfigureAwait(false);
        foreach (var (task, answer, _) in found.SelectMany(group => group))
            answers[task] = answer;
        return [.. tasks.Select(task => new TaskCase(task, answers[task], atBase?.Of(task)))];
    }

    /// <summary>What was found of the evaluators that the tasks refer to: each evaluator and each pinned version is asked for once.</summary>
    /// <param name="cases">The tasks with their live sides, as they were found here.</param>
    /// <param name="spaces">Which space each task is in.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    /// <param name="evenIfNoneIsFound">Whether evaluators matter though no task is found at all.</param>
    public async Task<IReadOnlyList<AttachedEvaluator>> FindEvaluatorsAsync(
        IReadOnlyList<TaskCase> cases, SpaceSettings spaces, CancellationToken cancellation, bool evenIfNoneIsFound = false)
    {
        var references = EvaluatorReference.Of(cases, evenIfNoneIsFound);
        string SpaceOf(EvaluatorReference reference) => spaces.Of(new TaskHeader(reference.Task), out _) ?? "";
        var named = references.Where(reference => reference.Id is null).GroupBy(SpaceOf, reference => reference.Name!, StringComparer.Ordinal);
        var ids = (await Task.WhenAll(named.Select(async group => (
                Space: group.Key,
                Ids: await SearchOf(group.Key).FindEvaluatorsAsync([.. group], cancellation).ConfigureAwait(false)))).ConfigureAwait(false))
            .ToDictionary(found => found.Space, found => found.Ids, StringComparer.Ordinal);
        var search = new EvaluatorSearch(api);
        var resolved = references.Select(reference => (reference, reference.Id is null ? ids[SpaceOf(reference)][reference.Name!] : null));
        return await search.FindAsync([.. resolved], cancellation).ConfigureAwait(false);
    }

    /// <summary>The last runs of live tasks, each with the ID of its task.</summary>
    /// <param name="ids">The IDs of the tasks.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    /// <exception cref="ApiException">The runs of a task cannot be read.</exception>
    public async Task<IReadOnlyList<(string Task, TaskRun Run)>> FindRunsAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(ids.Select(id => api.GetRunsAsync(id, cancellation))).ConfigureAwait(false);
        return [.. lists.SelectMany(TaskRuns.Read)];
    }

    /// <summary>The runs of live tasks by which their health is judged, or why they cannot be read.</summary>
    /// <param name="tasks">The live tasks.</param>
    /// <param name="health">Says how many runs it takes.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    public async Task<IReadOnlyList<(string Task, IReadOnlyList<ListNode> Lists, LiveFailure? Unknown)>> FindOutcomesAsync(
        IEnumerable<ObjectView> tasks, TaskHealth health, CancellationToken cancellation)
    {
        async Task<(string, IReadOnlyList<ListNode>, LiveFailure?)> ReadAsync(string id, ObjectView live)
        {
            try
            {
                var lists = await api.GetRunsAsync(
                    id, pages => health.NeedsMore(live, pages.SelectMany(RunOutcome.Read)), cancellation).ConfigureAwait(false);
                return (id, lists, null);
            }
            catch (ApiException failed)
            {
                return (id, [], new LiveFailure($"its runs cannot be read: {failed.Message}", IsShared: false));
            }
        }

        return await Task.WhenAll(
            from task in tasks
            let id = task[TaskFields.Id].Text
            where id is not null
            group task by id into same
            select ReadAsync(same.Key, same.First())).ConfigureAwait(false);
    }

    /// <summary>All live tasks of the spaces that the tasks are in.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="spaces">Which space each task is in.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    public async Task<LiveListing> ListAsync(IEnumerable<TaskDeclaration> tasks, SpaceSettings spaces, CancellationToken cancellation)
    {
        var unknown = false;
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var task in tasks)
        {
            var space = spaces.Of(new TaskHeader(task), out var isUncertain);
            unknown |= isUncertain;
            if (!isUncertain)
                covered.Add(space ?? "");
        }

        var lists = await Task.WhenAll(covered.Select(space => SearchOf(space).ListAsync(cancellation))).ConfigureAwait(false);
        var failure = lists.Select(list => list.Unknown).FirstOrDefault(one => one is not null);
        return new LiveListing(
            [.. lists.SelectMany(list => list.Tasks)],
            failure ?? (unknown ? new LiveFailure("the space of a declared task is not known", IsShared: true) : null));
    }

    /// <summary>
    /// Reads tasks once more, each by its ID: what a list says may be older than what a request for the task itself says. A task that cannot be read
    /// stays as it was found.
    /// </summary>
    /// <param name="cases">The tasks with their live sides, as they were found here.</param>
    /// <param name="spaces">Which space each task is in.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    public async Task<IReadOnlyList<TaskCase>> ReadAgainAsync(
        IReadOnlyList<TaskCase> cases, SpaceSettings spaces, CancellationToken cancellation) =>
        await Task.WhenAll(cases.Select(one =>
            SearchOf(spaces.Of(new TaskHeader(one.Declared), out _) ?? "").ReadAgainAsync(one, cancellation))).ConfigureAwait(false);

    /// <summary>All tasks of a space or a project.</summary>
    /// <param name="space">The space, by name or ID; null for all that the key can see.</param>
    /// <param name="project">The project, by name or ID; null for all tasks of the space.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    /// <exception cref="ApiException">The list cannot be read to its end, or there is no such space or project.</exception>
    public Task<IReadOnlyList<ObjectView>> ListAsync(string? space, string? project, CancellationToken cancellation) =>
        new TaskListing(api, space, progress).ReadAsync(project, cancellation);

    /// <summary>The names of resources of some kinds; a kind whose names cannot be read is left out.</summary>
    /// <param name="kinds">The kinds, each of which has a list.</param>
    /// <param name="space">The space, by name or ID; null for all that the key can see.</param>
    /// <param name="fail">Takes why the names of a kind cannot be read, as a message.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    public Task<IReadOnlyDictionary<ResourceKind, NamedResources>> FindNamesAsync(
        IEnumerable<ResourceKind> kinds, string? space, Action<string> fail, CancellationToken cancellation) =>
        new TaskListing(api, space, progress).NamesAsync(kinds, fail, cancellation);

    private SpaceSearch SearchOf(string space) =>
        searches.GetOrAdd(space, key => new SpaceSearch(api, key.Length > 0 ? key : null, progress));
}

/// <summary>A declared task and what it is found by.</summary>
/// <param name="Task">The declaration.</param>
/// <param name="Identity">Its ID or name.</param>
/// <param name="Base">The declaration at the base; null where there is none.</param>
internal sealed record WantedTask(TaskDeclaration Task, TaskIdentity Identity, TaskDeclaration? Base);
