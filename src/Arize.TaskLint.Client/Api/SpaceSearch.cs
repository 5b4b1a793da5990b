using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>
/// Finds the declared tasks of one space. A task counts as missing only where that is certain: its ID answers 404, or its name is neither in a
/// list that was read to its end nor found by a second look.
/// </summary>
internal sealed class SpaceSearch
{
    // Up to here, asking for each name is shorter than reading the list again.
    private const int FewNames = 10;

    // A server that fails for so many IDs is not asked for the others.
    private const int MostFailures = 3;

    private readonly HashSet<string> gone = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiveFailure> unansweredIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiveFailure> unansweredNames = new(StringComparer.Ordinal);

    private readonly ArizeApi api;
    private readonly Action<int> progress;
    private readonly SpaceLookup space;
    private readonly TaskPages list;
    private readonly TaskNameSearch search;
    private readonly TaskReread reread;
    private NameLookup? lookup;

    private LiveTasks tasks = new();
    private LiveFailure? doubt;
    private NearestNames? nearest;

    /// <param name="api">The API.</param>
    /// <param name="space">The space, by name or ID; null for all that the key can see.</param>
    /// <param name="progress">Takes the number of live tasks that were read.</param>
    internal SpaceSearch(ArizeApi api, string? space, Action<int> progress)
    {
        (this.api, this.progress) = (api, progress);
        this.space = new SpaceLookup(api, space);
        list = new TaskPages(api, this.space);
        search = new TaskNameSearch(api, list);
        reread = new TaskReread(api, search, () => Names);
    }

    /// <summary>Begins to read the list of tasks, before it is known which are wanted.</summary>
    internal void Begin(CancellationToken cancellation) => list.Begin(cancellation);

    /// <summary>All live tasks of the space.</summary>
    internal async Task<LiveListing> ListAsync(CancellationToken cancellation)
    {
        var (views, binder) = (new List<ObjectView>(), new Binder());
        try
        {
            await new WholeTaskList(api, space).ReadAsync(task => views.Add(binder.BindTask(LiveTaskShape.Unwrap(task)).View), cancellation)
                .ConfigureAwait(false);
            return new LiveListing(views, null);
        }
        catch (ApiException failed)
        {
            return new LiveListing(views, LiveFailure.Shared(failed.Message));
        }
    }

    /// <summary>The IDs of evaluators that the live tasks do not have.</summary>
    internal async Task<IReadOnlyDictionary<string, NameResolution>> FindEvaluatorsAsync(HashSet<string> wanted, CancellationToken cancellation)
    {
        var names = Names;
        await names.FetchAsync(ResourceKind.Evaluator, wanted, () => space.IdAsync(cancellation), cancellation).ConfigureAwait(false);
        return wanted.ToDictionary(name => name, name => names.Resolve(ResourceKind.Evaluator, name), StringComparer.Ordinal);
    }

    // Messages call the space by a name that is known only once the declarations are read.
    private NameLookup Names => lookup ??= new NameLookup(api, space.Where);

    internal async Task<List<TaskCase>> FindAsync(List<WantedTask> wanted, CancellationToken cancellation)
    {
        await list.SpaceLookedUpAsync().ConfigureAwait(false);
        await FetchAsync(wanted, cancellation).ConfigureAwait(false);
        nearest = new NearestNames(tasks.Names);
        await Names.FetchAsync(
            wanted.Select(one => (one, Live: Find(one.Identity)))
                // Of several, one may be left once they are read again.
                .Where(one => one.Live.Count > 0)
                .SelectMany(one => new[] { one.one.Task, one.one.Base }.OfType<TaskDeclaration>().Select(task => (task, one.Live[0]))),
            () => space.IdAsync(cancellation),
            cancellation).ConfigureAwait(false);
        return [.. wanted.Select(one => new TaskCase(one.Task, Answer(one)))];
    }

    private LiveAnswer Answer(WantedTask wanted)
    {
        var found = Find(wanted.Identity);
        if (found.Count == 1)
            return new LiveAnswer.Found(found[0], Names.For(found[0])) { IsRead = read.Contains(found[0][TaskFields.Id].Text ?? "") };
        if (found.Count > 1)
            return new LiveAnswer.Ambiguous([.. found.Select(live => live[TaskFields.Id].Text ?? "")]);
        switch (wanted.Identity)
        {
            case TaskIdentity.ById { Id: var id }:
                if (!gone.Contains(id))
                    return new LiveAnswer.Undetermined(unansweredIds.TryGetValue(id, out var cause) ? cause : doubt!);
                var namesakes = wanted.Task.Name is { } label ? tasks.Named(label) : [];
                return new LiveAnswer.Missing(space.Where) { Namesakes = [.. namesakes.Select(live => live[TaskFields.Id].Text ?? "")] };
            case TaskIdentity.ByName { Name: var name }:
                return (unansweredNames.TryGetValue(name, out var reason) ? reason : doubt) is { } why
                    ? new LiveAnswer.Undetermined(why)
                    : new LiveAnswer.Missing(space.Where, api.Names.Hides(name) ? null : nearest!.Of(name));
            default:
                throw new ArgumentOutOfRangeException(nameof(wanted));
        }
    }

    private IReadOnlyList<ObjectView> Find(TaskIdentity identity) => identity switch
    {
        TaskIdentity.ById { Id: var id } => tasks.WithId(id) is { } one ? [one] : [],
        TaskIdentity.ByName { Name: var name } => tasks.Named(name),
        _ => [],
    };

    private async Task FetchAsync(List<WantedTask> wanted, CancellationToken cancellation)
    {
        var ids = wanted.Select(one => one.Identity).OfType<TaskIdentity.ById>().Select(identity => identity.Id).ToHashSet(StringComparer.Ordinal);
        var names = wanted.Select(one => one.Identity).OfType<TaskIdentity.ByName>()
            .Select(identity => identity.Name)
            .ToHashSet(StringComparer.Ordinal);
        var labels = wanted.Select(one => one.Task.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var allIds = ids.ToHashSet(StringComparer.Ordinal);
        tasks = new LiveTasks((id, name) => allIds.Contains(id) || (name is not null && labels.Contains(name)));
        var isListRead = false;
        if (names.Count > 0 || ids.Count > 1)
            (ids, isListRead) = await ReadListAsync(ids, names, cancellation).ConfigureAwait(false);
        list.End();
        await GetEachAsync(ids, cancellation).ConfigureAwait(false);
        if (!isListRead)
            await FindNamesakesAsync(wanted, cancellation).ConfigureAwait(false);
    }

    // Returns the IDs that are to be asked for one by one, and whether the whole list was read.
    private async Task<(HashSet<string> Ids, bool IsWhole)> ReadListAsync(HashSet<string> ids, HashSet<string> names, CancellationToken cancellation)
    {
        _ = await space.IdAsync(cancellation).ConfigureAwait(false);
        var only = ids.Count == 0 && names.Count == 1 ? names.Single() : null;
        var pages = 0;
        var isWhole = only is null;
        try
        {
            await foreach (var page in list.ReadAsync(only, isReadToEnd: names.Count > 0, cancellation).ConfigureAwait(false))
            {
                Add(page);
                pages++;
                ids.RemoveWhere(tasks.Has);
                // IDs are unique, so the list need not be read to its end; where it is long, asking for the few that are left is shorter.
                if (names.Count > 0 || ids.Count > (page.HasMore ? pages : 0))
                    continue;
                isWhole = !page.HasMore;
                break;
            }
        }
        catch (ApiException missing) when (pages == 0 && missing.Failure == ApiFailure.NotFound && space.IsGiven)
        {
            throw space.WithoutTasks();
        }
        catch (ApiException failed) when (pages > 0)
        {
            // What came counts; of the rest nothing is known. Where it is not the server that fails, an ID can still be asked for.
            isWhole = false;
            doubt ??= LiveFailure.Shared(failed.Failure == ApiFailure.NotFound
                ? $"{api.Host} answers 404 to page {pages + 1} of its list of tasks, "
                    + "so a task that is not on the pages before may exist; run the check again"
                : $"page {pages + 1} of the list of tasks cannot be read, so a task that is not on the pages before may exist: {failed.Message}");
            if (failed.Failure != ApiFailure.NotFound)
                return ([], false);
        }

        if (doubt is null)
            await LookAgainAsync(only, names, pages, cancellation).ConfigureAwait(false);
        return (ids, isWhole);
    }

    private void Add(Page page)
    {
        if (page.Doubt is { } why)
            doubt ??= LiveFailure.Shared($"{why}, so a task that is not in it may exist");
        var onPage = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in page.Items.Items)
        {
            if (LiveTaskShape.ProblemOf(item) is { } problem)
            {
                // It may be any of those that are not found.
                doubt ??= LiveFailure.Shared($"the list of tasks of {api.Host} has an entry that is no task: {problem}");
                continue;
            }

            var task = (MappingNode)item;
            var (id, name) = (((ScalarNode)task["id"]!).Text, ((ScalarNode)task[TaskFields.Name.Name]!).Text);
            if (onPage.TryGetValue(id, out var other) && other != name)
                throw new ApiException(ApiFailure.Other,
                    $"the list of tasks of {api.Host} has the same ID for tasks of different names, so it says nothing");
            if (!onPage.TryAdd(id, name))
                doubt ??= LiveFailure.Shared($"the list of tasks of {api.Host} has a task twice on one page, so a task that is not in it may exist");
            tasks.Add(task);
        }

        // Names are unique in a space; without one, several spaces may have a task of one name.
        if (onPage.Count >= (space.IsGiven ? 3 : 10) && onPage.Values.Distinct(StringComparer.Ordinal).Count() == 1)
            doubt ??= LiveFailure.Shared(
                $"the list of tasks of {api.Host} has the same name for all tasks of a page, so a task that is not found by its name may exist");
        progress(tasks.Count);
    }

    // A task may move to a page that was read already while its own is read.
    private async Task LookAgainAsync(string? only, HashSet<string> names, int pages, CancellationToken cancellation)
    {
        var missing = names.Where(name => tasks.Named(name).Count == 0).ToList();
        if (missing.Count == 0)
            return;
        if (only is not null)
        {
            // It was looked for by its name already; what else there is tells what may be meant.
            var inSpace = ("space_id", await space.IdAsync(cancellation).ConfigureAwait(false));
            if (await api.SuggestionsAsync(ResourceKind.Task, [inSpace], cancellation).ConfigureAwait(false) is { } others)
                AddQuietly(others);
            return;
        }

        if (missing.Count > Math.Max(FewNames, pages))
        {
            try
            {
                await foreach (var page in list.ReadAsync(name: null, isReadToEnd: true, cancellation).ConfigureAwait(false))
                    Add(page);
            }
            catch (ApiException failed)
            {
                doubt ??= LiveFailure.Shared($"a second look for tasks that are not in the list failed: {failed.Message}");
            }

            return;
        }

        var looks = await Task.WhenAll(missing.Select(name => search.LookForAsync(name, cancellation))).ConfigureAwait(false);
        foreach (var (name, found, failure) in looks)
        {
            foreach (var page in found)
                AddQuietly(page);
            if (failure is not null)
                unansweredNames[name] = failure;
        }
    }

    // Of an answer that the search could do without, what is no task is no reason to fail.
    private void AddQuietly(ListNode list)
    {
        foreach (var task in list.Items.OfType<MappingNode>())
        {
            if (LiveTaskShape.ProblemOf(task) is null)
                tasks.Add(task);
        }
    }

    private async Task GetEachAsync(HashSet<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return;
        LiveFailure? last = null;
        var failures = 0;
        var asked = await Task.WhenAll(ids.Select(async id =>
        {
            if (Volatile.Read(ref failures) >= MostFailures)
                return (Id: id, Task: null, Failure: last);
            try
            {
                return (Id: id, Task: await api.GetTaskAsync(id, cancellation).ConfigureAwait(false), Failure: (LiveFailure?)null);
            }
            catch (ApiException failed)
            {
                last = LiveFailure.Shared(failed.Message);
                Interlocked.Increment(ref failures);
                return (Id: id, Task: null, Failure: last);
            }
        })).ConfigureAwait(false);
        foreach (var (id, task, failure) in asked)
        {
            if (failure is not null)
                unansweredIds[id] = failure;
            else if (task is null)
                gone.Add(id);
            else
            {
                tasks.AddElsewhere(id, task);
                read.Add(((ScalarNode)task["id"]!).Text);
            }
        }

        progress(tasks.Count);
    }

    // A task that was deleted and made anew has its name and another ID.
    private async Task FindNamesakesAsync(List<WantedTask> wanted, CancellationToken cancellation)
    {
        var names = wanted
            .Where(one => one.Identity is TaskIdentity.ById { Id: var id } && gone.Contains(id) && one.Task.Name is not null)
            .Select(one => one.Task.Name!).Distinct(StringComparer.Ordinal).Take(FewNames).ToList();
        if (names.Count == 0)
            return;
        try
        {
            foreach (var (_, found, _) in await Task.WhenAll(names.Select(name => search.LookForAsync(name, cancellation))).ConfigureAwait(false))
                found.ForEach(AddQuietly);
        }
        catch (ApiException)
        {
            // Advice is worth a request, and no failure.
        }
    }

    /// <summary>Reads a task once more that was found in a list, or several that have one name.</summary>
    internal Task<TaskCase> ReadAgainAsync(TaskCase one, CancellationToken cancellation) => reread.ReadAgainAsync(one, cancellation);
}
