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
    private readonly Dictionary<string, ObjectView> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ObjectView>> byName = new(StringComparer.Ordinal);
    private string? spaceId;
    private bool isSpaceResolved;
    private bool isCutShort;

    private string Where => space is null ? $"at {api.Host}" : $"in space {space}";

    internal async Task<List<(TaskDeclaration Task, LiveAnswer Answer)>> FindAsync(List<WantedTask> wanted, CancellationToken cancellation)
    {
        await FetchAsync(wanted, cancellation).ConfigureAwait(false);
        var names = await new NameLookup(api, Where).FetchAsync(
            wanted.Where(one => Find(one.Identity) is { Count: 1 }).Select(one => one.Task),
            () => SpaceIdAsync(cancellation),
            cancellation).ConfigureAwait(false);
        return [.. wanted.Select(one => (one.Task, Answer(one.Identity, names)))];
    }

    private LiveAnswer Answer(TaskIdentity identity, NameResolver names)
    {
        var found = Find(identity);
        if (found.Count == 1)
            return new LiveAnswer.Found(found[0], names);
        if (found.Count > 1)
            return new LiveAnswer.Ambiguous([.. found.Select(live => live[TaskFields.Id].Text ?? "")]);
        if (isCutShort)
            return new LiveAnswer.Undetermined(new LiveFailure($"{api.Host} broke off its list of tasks without saying how it goes on, so a task that is not in it may exist", isShared: true));
        return new LiveAnswer.Missing(Where, identity is TaskIdentity.ByName { Name: var name } ? NearestName.Of(name, byName.Keys) : null);
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

        var filters = new List<(string, string?)> { ("space_id", await SpaceIdAsync(cancellation).ConfigureAwait(false)) };
        if (ids.Count == 0 && names.Count == 1)
            filters.Add(("name", names.Single()));
        var pages = 0;
        var isShorterToAsk = false;
        try
        {
            await foreach (var page in api.ListAsync(ResourceKind.Task, filters, cancellation).ConfigureAwait(false))
            {
                Add(page);
                pages++;
                if (names.Count > 0)
                    continue;
                // IDs are unique, so the list need not be read to its end; where it is long, asking for the few that are left is shorter.
                ids.ExceptWith(byId.Keys);
                if (ids.Count == 0)
                    return;
                isShorterToAsk = page.HasMore && ids.Count <= pages;
                if (isShorterToAsk)
                    break;
            }
        }
        catch (ApiException missing) when (missing.Failure == ApiFailure.NotFound && space is not null)
        {
            throw NoSuchSpace("");
        }

        if (isShorterToAsk)
            await GetEachAsync(ids, cancellation).ConfigureAwait(false);
    }

    private void Add(Page page)
    {
        isCutShort |= page.IsCutShort;
        foreach (var item in page.Items.Items)
            Add(item as MappingNode ?? throw new ApiException(ApiFailure.Other, $"the list of tasks of {api.Host} has an entry that is {item.Describe()}"));
        progress(byId.Count);
    }

    private void Add(MappingNode node)
    {
        var live = new Binder().BindTask(LiveTaskShape.Unwrap(node)).View;
        if (live[TaskFields.Id].Text is not { } id || !byId.TryAdd(id, live) || live[TaskFields.Name].Text is not { } name)
            return;
        if (!byName.TryGetValue(name, out var several))
            byName.Add(name, several = []);
        several.Add(live);
    }

    private async Task GetEachAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        foreach (var task in await Task.WhenAll(ids.Select(id => api.GetTaskAsync(id, cancellation))).ConfigureAwait(false))
        {
            if (task is not null)
                Add(task);
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
        await foreach (var page in api.ListAsync(ResourceKind.Space, [("name", name)], cancellation).ConfigureAwait(false))
            known.Add(page.Items);
        return known.Resolve(ResourceKind.Space, name, "") switch
        {
            NameResolution.Found { Id: var id } => id,
            NameResolution.Ambiguous { Ids: var ids } => throw new ApiException(ApiFailure.Other,
                $"{ids.Count} spaces are named '{name}'; give one of their IDs as the space: {string.Join(", ", ids)}"),
            _ => throw await NoSuchSpaceAsync(name, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<ApiException> NoSuchSpaceAsync(string name, CancellationToken cancellation)
    {
        // Nothing has the name as a part, so nothing near came with it: one more page tells what there is.
        await foreach (var page in api.ListAsync(ResourceKind.Space, [], cancellation).ConfigureAwait(false))
        {
            var names = page.Items.Items.OfType<MappingNode>().Select(one => one["name"]).OfType<ScalarNode>().Select(one => one.Text).ToList();
            return NoSuchSpace(NearestName.Of(name, names) is { } nearest ? $"; did you mean '{nearest}'"
                : names.Count == 0 ? "; it sees no space at all"
                : "");
        }

        return NoSuchSpace("");
    }

    private ApiException NoSuchSpace(string advice) => new(
        ApiFailure.NotFound,
        $"this key sees no space '{space}' at {api.Host}; check the space, the key and the region{advice}");
}
