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
/// <param name="api">The API.</param>
/// <param name="space">The space, by name or ID; null for all that the key can see.</param>
/// <param name="progress">Takes the number of live tasks that were read.</param>
internal sealed class SpaceSearch(ArizeApi api, string? space, Action<int> progress)
{
    // Up to here, asking for each name is shorter than reading the list again.
    private const int FewNames = 10;

    // A server that fails for so many IDs is not asked for the others.
    private const int MostFailures = 3;

    private readonly HashSet<string> gone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiveFailure> unansweredIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiveFailure> unansweredNames = new(StringComparer.Ordinal);

    private LiveTasks tasks = new();
    private LiveFailure? doubt;
    private NearestNames? nearest;
    private string? spaceId;
    private bool isSpaceResolved;

    private string Where => space is null ? $"at {api.Host}" : $"in space {api.Names.Of(space)}";

    /// <summary>The IDs of evaluators that the live tasks do not have.</summary>
    internal async Task<IReadOnlyDictionary<string, NameResolution>> FindEvaluatorsAsync(HashSet<string> wanted, CancellationToken cancellation)
    {
        var names = new NameLookup(api, Where);
        await names.FetchAsync(ResourceKind.Evaluator, wanted, () => SpaceIdAsync(cancellation), cancellation).ConfigureAwait(false);
        return wanted.ToDictionary(name => name, name => names.Resolve(ResourceKind.Evaluator, name), StringComparer.Ordinal);
    }

    internal async Task<List<TaskCase>> FindAsync(List<WantedTask> wanted, CancellationToken cancellation)
    {
        await FetchAsync(wanted, cancellation).ConfigureAwait(false);
        nearest = new NearestNames(tasks.Names);
        var names = new NameLookup(api, Where);
        await names.FetchAsync(
            wanted.Select(one => (one.Task, Live: Find(one.Identity))).Where(one => one.Live.Count == 1).Select(one => (one.Task, one.Live[0])),
            () => SpaceIdAsync(cancellation),
            cancellation).ConfigureAwait(false);
        return [.. wanted.Select(one => new TaskCase(one.Task, Answer(one, names)))];
    }

    private LiveAnswer Answer(WantedTask wanted, NameLookup names)
    {
        var found = Find(wanted.Identity);
        if (found.Count == 1)
            return new LiveAnswer.Found(found[0], names.For(found[0]));
        if (found.Count > 1)
            return new LiveAnswer.Ambiguous([.. found.Select(live => live[TaskFields.Id].Text ?? "")]);
        switch (wanted.Identity)
        {
            case TaskIdentity.ById { Id: var id }:
                if (!gone.Contains(id))
                    return new LiveAnswer.Undetermined(unansweredIds.TryGetValue(id, out var cause) ? cause : doubt!);
                var namesakes = wanted.Task.Name is { } label ? tasks.Named(label) : [];
                return new LiveAnswer.Missing(Where) { Namesakes = [.. namesakes.Select(live => live[TaskFields.Id].Text ?? "")] };
            case TaskIdentity.ByName { Name: var name }:
                return (unansweredNames.TryGetValue(name, out var reason) ? reason : doubt) is { } why
                    ? new LiveAnswer.Undetermined(why)
                    : new LiveAnswer.Missing(Where, api.Names.Hides(name) ? null : nearest!.Of(name));
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
        await GetEachAsync(ids, cancellation).ConfigureAwait(false);
        if (!isListRead)
            await FindNamesakesAsync(wanted, cancellation).ConfigureAwait(false);
    }

    // Returns the IDs that are to be asked for one by one, and whether the whole list was read.
    private async Task<(HashSet<string> Ids, bool IsWhole)> ReadListAsync(HashSet<string> ids, HashSet<string> names, CancellationToken cancellation)
    {
        var inSpace = ("space_id", await SpaceIdAsync(cancellation).ConfigureAwait(false));
        var only = ids.Count == 0 && names.Count == 1 ? names.Single() : null;
        var pages = 0;
        var isWhole = only is null;
        try
        {
            var list = api.ListAsync(ResourceKind.Task, [inSpace, ("name", only)], isReadToEnd: names.Count > 0, cancellation);
            await foreach (var page in list.ConfigureAwait(false))
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
        catch (ApiException missing) when (pages == 0 && missing.Failure == ApiFailure.NotFound && space is not null)
        {
            throw spaceId == space ? NoSuchSpace("") : new ApiException(ApiFailure.Refused,
                $"the key sees the space '{api.Names.Of(space)}', but {api.Host} answers 404 to the list of its tasks; "
                    + "it needs the permission to read tasks");
        }
        catch (ApiException failed) when (pages > 0)
        {
            // What came counts; of the rest nothing is known. Where it is not the server that fails, an ID can still be asked for.
            isWhole = false;
            doubt ??= Shared(failed.Failure == ApiFailure.NotFound
                ? $"{api.Host} answers 404 to page {pages + 1} of its list of tasks, "
                    + "so a task that is not on the pages before may exist; run the check again"
                : $"page {pages + 1} of the list of tasks cannot be read, so a task that is not on the pages before may exist: {failed.Message}");
            if (failed.Failure != ApiFailure.NotFound)
                return ([], false);
        }

        if (doubt is null)
            await LookAgainAsync(inSpace, only, names, pages, cancellation).ConfigureAwait(false);
        return (ids, isWhole);
    }

    private void Add(Page page)
    {
        if (page.Doubt is { } why)
            doubt ??= Shared($"{why}, so a task that is not in it may exist");
        var onPage = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in page.Items.Items)
        {
            if (LiveTaskShape.ProblemOf(item) is { } problem)
            {
                // It may be any of those that are not found.
                doubt ??= Shared($"the list of tasks of {api.Host} has an entry that is no task: {problem}");
                continue;
            }

            var task = (MappingNode)item;
            var (id, name) = (((ScalarNode)task["id"]!).Text, ((ScalarNode)task[TaskFields.Name.Name]!).Text);
            if (onPage.TryGetValue(id, out var other) && other != name)
                throw new ApiException(ApiFailure.Other,
                    $"the list of tasks of {api.Host} has the same ID for tasks of different names, so it says nothing");
            if (!onPage.TryAdd(id, name))
                doubt ??= Shared($"the list of tasks of {api.Host} has a task twice on one page, so a task that is not in it may exist");
            tasks.Add(task);
        }

        // Names are unique in a space; without one, several spaces may have a task of one name.
        if (onPage.Count >= (space is null ? 10 : 3) && onPage.Values.Distinct(StringComparer.Ordinal).Count() == 1)
            doubt ??= Shared(
                $"the list of tasks of {api.Host} has the same name for all tasks of a page, so a task that is not found by its name may exist");
        progress(tasks.Count);
    }

    // A task may move to a page that was read already while its own is read.
    private async Task LookAgainAsync((string, string?) inSpace, string? only, HashSet<string> names, int pages, CancellationToken cancellation)
    {
        var missing = names.Where(name => tasks.Named(name).Count == 0).ToList();
        if (missing.Count == 0)
            return;
        if (only is not null)
        {
            // It was looked for by its name already; what else there is tells what may be meant.
            if (await api.SuggestionsAsync(ResourceKind.Task, [inSpace], cancellation).ConfigureAwait(false) is { } others)
                AddQuietly(others);
            return;
        }

        if (missing.Count > Math.Max(FewNames, pages))
        {
            try
            {
                await foreach (var page in api.ListAsync(ResourceKind.Task, [inSpace], isReadToEnd: true, cancellation).ConfigureAwait(false))
                    Add(page);
            }
            catch (ApiException failed)
            {
                doubt ??= Shared($"a second look for tasks that are not in the list failed: {failed.Message}");
            }

            return;
        }

        var looks = await Task.WhenAll(missing.Select(name => LookForAsync(inSpace, name, cancellation))).ConfigureAwait(false);
        foreach (var (name, found, failure) in looks)
        {
            foreach (var page in found)
                AddQuietly(page);
            if (failure is not null)
                unansweredNames[name] = failure;
        }
    }

    private async Task<(string Name, List<ListNode> Found, LiveFailure? Failure)> LookForAsync(
        (string, string?) inSpace, string name, CancellationToken cancellation)
    {
        var found = new List<ListNode>();
        try
        {
            var list = api.ListAsync(ResourceKind.Task, [inSpace, ("name", name)], isReadToEnd: false, cancellation);
            await foreach (var page in list.ConfigureAwait(false))
            {
                found.Add(page.Items);
                if (page.Doubt is { } why)
                    return (name, found, Shared($"{why}, so a task that is not in it may exist"));
                if (page.Items.Items.Select(LiveTaskShape.ProblemOf).FirstOrDefault(one => one is not null) is { } problem)
                    return (name, found, Shared($"the list of tasks of {api.Host} has an entry that is no task: {problem}"));
            }

            return (name, found, null);
        }
        catch (ApiException failed)
        {
            return (name, found, Shared($"a second look for tasks that are not in the list failed: {failed.Message}"));
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
                last = Shared(failed.Message);
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
                tasks.AddElsewhere(id, task);
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
            var inSpace = ("space_id", await SpaceIdAsync(cancellation).ConfigureAwait(false));
            foreach (var (_, found, _) in await Task.WhenAll(names.Select(name => LookForAsync(inSpace, name, cancellation))).ConfigureAwait(false))
                found.ForEach(AddQuietly);
        }
        catch (ApiException)
        {
            // Advice is worth a request, and no failure.
        }
    }

    private async Task<string?> SpaceIdAsync(CancellationToken cancellation)
    {
        if (isSpaceResolved || space is null)
            return spaceId;
        spaceId = ResourceId.ResourceOf(space) == ResourceKind.Space ? space : await ResolveSpaceAsync(space, cancellation).ConfigureAwait(false);
        isSpaceResolved = true;
        return spaceId;
    }

    private async Task<string> ResolveSpaceAsync(string name, CancellationToken cancellation)
    {
        // The filter takes part of a name, in any letter case; only the exact name counts.
        var known = new NamedResources();
        var names = new List<string>();
        string? why = null;
        await foreach (var page in api.ListAsync(ResourceKind.Space, [("name", name)], isReadToEnd: true, cancellation).ConfigureAwait(false))
        {
            known.Add(page.Items);
            names.AddRange(NamesIn(page.Items));
            why ??= page.Doubt;
        }

        return known.Resolve(ResourceKind.Space, name, "", api.Names) switch
        {
            NameResolution.Found { Id: var id } => id,
            NameResolution.Ambiguous { Ids: var ids } => throw new ApiException(ApiFailure.Other,
                $"{ids.Count} spaces are named '{api.Names.Of(name)}'; give one of their IDs as the space: {string.Join(", ", ids)}"),
            _ when why is not null => throw new ApiException(ApiFailure.Other,
                $"{why}, so it is not known whether there is a space '{api.Names.Of(name)}'; give its ID as the space"),
            NameResolution.Unresolved => throw new ApiException(ApiFailure.Other,
                $"the list of spaces of {api.Host} has an entry without an 'id' and a 'name' that are texts, "
                    + $"so it is not known whether there is a space '{api.Names.Of(name)}'; give its ID as the space"),
            _ => throw await NoSuchSpaceAsync(name, names, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<ApiException> NoSuchSpaceAsync(string name, List<string> names, CancellationToken cancellation)
    {
        // What is near to a name does not always have it as a part: one more page tells what there is.
        var others = await api.SuggestionsAsync(ResourceKind.Space, [], cancellation).ConfigureAwait(false);
        names.AddRange(NamesIn(others));
        return NoSuchSpace(api.Names.Nearest(name, names) is { } near ? $"; did you mean '{near}'"
            : names.Count == 0 && others is not null ? "; it sees no space at all"
            : "");
    }

    private static List<string> NamesIn(ListNode? resources) => resources is null ? [] :
        [
            .. resources.Items.OfType<MappingNode>()
                .Select(one => one["name"])
                .OfType<ScalarNode>()
                .Where(name => !name.IsNull)
                .Select(name => name.Text),
        ];

    private ApiException NoSuchSpace(string advice) => new(
        ApiFailure.NotFound,
        $"this key sees no space '{(space is null ? "" : api.Names.Of(space))}' at {api.Host}; check the space, the key and the region{advice}");

    private static LiveFailure Shared(string reason) => new(reason, IsShared: true);
}
