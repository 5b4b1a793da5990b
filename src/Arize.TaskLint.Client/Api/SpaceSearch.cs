using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Client.Api;

/// <summary>Finds the declared tasks of one space.</summary>
/// <param name="api">The API.</param>
/// <param name="space">The space, by name or ID; null for all that the key can see.</param>
/// <param name="progress">Takes the number of live tasks that were read.</param>
internal sealed class SpaceSearch(ArizeApi api, string? space, Action<int> progress)
{
    // Up to here, tasks that are not in the list are asked for one by one.
    private const int FewTasks = 10;

    private readonly Dictionary<string, ObjectView> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ObjectView>> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);
    private readonly LiveFailure brokenOff = new(
        $"{api.Host} broke off its list of tasks without saying how it goes on, so a task that is not in it may exist", isShared: true);

    private IReadOnlyList<string> suggestions = [];
    private string? spaceId;
    private bool isSpaceResolved;
    private bool isCutShort;

    private string Where => space is null ? $"at {api.Host}" : $"in space {api.Names.Of(space)}";

    /// <summary>The IDs of evaluators that the live tasks do not tell of.</summary>
    internal async Task<IReadOnlyDictionary<string, NameResolution>> FindEvaluatorsAsync(HashSet<string> wanted, CancellationToken cancellation)
    {
        var names = new NameLookup(api, Where);
        await names.FetchAsync(ResourceKind.Evaluator, wanted, () => SpaceIdAsync(cancellation), cancellation).ConfigureAwait(false);
        return wanted.ToDictionary(name => name, name => names.Resolve(ResourceKind.Evaluator, name, null), StringComparer.Ordinal);
    }

    internal async Task<List<(TaskDeclaration Task, LiveAnswer Answer)>> FindAsync(List<WantedTask> wanted, CancellationToken cancellation)
    {
        await FetchAsync(wanted, cancellation).ConfigureAwait(false);
        var names = new NameLookup(api, Where);
        await names.FetchAsync(
            wanted.Where(one => Find(one.Identity) is { Count: 1 }).Select(one => one.Task),
            () => SpaceIdAsync(cancellation),
            cancellation).ConfigureAwait(false);
        return [.. wanted.Select(one => (one.Task, Answer(one.Identity, names)))];
    }

    private LiveAnswer Answer(TaskIdentity identity, NameLookup names)
    {
        var found = Find(identity);
        if (found.Count == 1)
            return new LiveAnswer.Found(found[0], names.For(found[0]));
        if (found.Count > 1)
            return new LiveAnswer.Ambiguous([.. found.Select(live => live[TaskFields.Id].Text ?? "")]);
        if (isCutShort && !(identity is TaskIdentity.ById { Id: var id } && gone.Contains(id)))
            return new LiveAnswer.Undetermined(brokenOff);
        return new LiveAnswer.Missing(Where, identity is TaskIdentity.ByName { Name: var name } ? api.Names.Nearest(name, byName.Keys.Concat(suggestions)) : null);
    }

    private List<ObjectView> Find(TaskIdentity identity) => identity switch
    {
        TaskIdentity.ById { Id: var id } => byId.TryGetValue(id, out var one) ? [one] : [],
        TaskIdentity.ByName { Name: var name } => byName.TryGetValue(name, out var several) ? several : [],
        _ => [],
    };

    private async Task FetchAsync(List<WantedTask> wanted, CancellationToken cancellation)
    {
        var ids = wanted.Select(one => one.Identity).OfType<TaskIdentity.ById>().Select(identity => identity.Id).ToHashSet(StringComparer.Ordinal);
        var names = wanted.Select(one => one.Identity).OfType<TaskIdentity.ByName>().Select(identity => identity.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0 && ids.Count == 1)
        {
            await GetEachAsync(ids, cancellation).ConfigureAwait(false);
            return;
        }

        var inSpace = ("space_id", await SpaceIdAsync(cancellation).ConfigureAwait(false));
        var only = ids.Count == 0 && names.Count == 1 ? names.Single() : null;
        try
        {
            ids = await ReadListAsync([inSpace, ("name", only)], ids, readsAll: names.Count > 0, cancellation).ConfigureAwait(false);
        }
        catch (ApiException missing) when (missing.Failure == ApiFailure.NotFound && space is not null)
        {
            throw NoSuchSpace("");
        }

        if (only is not null && !byName.ContainsKey(only))
            suggestions = NamesIn(await api.SuggestionsAsync(ResourceKind.Task, [inSpace], cancellation).ConfigureAwait(false));
        await GetEachAsync(ids, cancellation).ConfigureAwait(false);
    }

    // Answers the IDs that are to be asked for one by one.
    private async Task<HashSet<string>> ReadListAsync(
        IReadOnlyList<(string Name, string? Value)> filters, HashSet<string> ids, bool readsAll, CancellationToken cancellation)
    {
        var pages = 0;
        await foreach (var page in api.ListAsync(ResourceKind.Task, filters, cancellation).ConfigureAwait(false))
        {
            Add(page);
            pages++;
            ids.ExceptWith(byId.Keys);
            // IDs are unique, so the list need not be read to its end; where it is long, asking for the few that are left is shorter.
            if (!readsAll && ids.Count <= (page.HasMore ? pages : 0))
                break;
        }

        // An ID finds its task wherever it is; where many are not in the list, the space is wrong, and asking for each tells nothing more.
        return ids.Count <= Math.Max(pages, FewTasks) ? ids : [];
    }

    private void Add(Page page)
    {
        isCutShort |= page.IsCutShort;
        foreach (var item in page.Items.Items)
        {
            if (item is not MappingNode task || task["id"] is not ScalarNode { IsNull: false, Text: var id })
                throw new ApiException(ApiFailure.Other, $"the list of tasks of {api.Host} has an entry that is no task: {item.Describe()}{(item is MappingNode ? " without an 'id'" : "")}");
            var live = Bind(task);
            if (!byId.TryAdd(id, live) || live[TaskFields.Name].Text is not { } name)
                continue;
            if (!byName.TryGetValue(name, out var several))
                byName.Add(name, several = []);
            several.Add(live);
        }

        progress(byId.Count);
    }

    private static ObjectView Bind(MappingNode task) => new Binder().BindTask(LiveTaskShape.Unwrap(task)).View;

    private async Task GetEachAsync(HashSet<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return;
        var asked = await Task.WhenAll(ids.Select(async id => (Id: id, Task: await api.GetTaskAsync(id, cancellation).ConfigureAwait(false)))).ConfigureAwait(false);
        foreach (var (id, task) in asked)
        {
            // Which space it is in is not told, so it stands for no name here.
            if (task is not null)
                byId.TryAdd(id, Bind(task));
            else
                gone.Add(id);
        }

        progress(byId.Count);
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
        await foreach (var page in api.ListAsync(ResourceKind.Space, [("name", name)], cancellation).ConfigureAwait(false))
        {
            known.Add(page.Items);
            names.AddRange(NamesIn(page.Items));
        }

        return known.Resolve(ResourceKind.Space, name, "", api.Names) switch
        {
            NameResolution.Found { Id: var id } => id,
            NameResolution.Ambiguous { Ids: var ids } => throw new ApiException(ApiFailure.Other,
                $"{ids.Count} spaces are named '{api.Names.Of(name)}'; give one of their IDs as the space: {string.Join(", ", ids)}"),
            _ => throw await NoSuchSpaceAsync(name, names, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<ApiException> NoSuchSpaceAsync(string name, List<string> names, CancellationToken cancellation)
    {
        // What is near to a name does not always have it as a part: one more page tells what there is.
        var others = await api.SuggestionsAsync(ResourceKind.Space, [], cancellation).ConfigureAwait(false);
        names.AddRange(NamesIn(others));
        return NoSuchSpace(api.Names.Nearest(name, names) is { } nearest ? $"; did you mean '{nearest}'"
            : names.Count == 0 && others is not null ? "; it sees no space at all"
            : "");
    }

    private static List<string> NamesIn(ListNode? resources) => resources is null ? [] :
        [.. resources.Items.OfType<MappingNode>().Select(one => one["name"]).OfType<ScalarNode>().Where(name => !name.IsNull).Select(name => name.Text)];

    private ApiException NoSuchSpace(string advice) => new(
        ApiFailure.NotFound,
        $"this key sees no space '{(space is null ? "" : api.Names.Of(space))}' at {api.Host}; check the space, the key and the region{advice}");
}
