using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>The ID of a space that is given by its name or its ID.</summary>
/// <param name="api">The API.</param>
/// <param name="space">The name or ID; null for all spaces that the key can see.</param>
internal sealed class SpaceLookup(ArizeApi api, string? space)
{
    private string? spaceId;
    private bool isResolved;

    /// <summary>Where the tasks are looked for, for messages.</summary>
    internal string Where => space is null ? $"at {api.Host}" : $"in space {api.Names.Of(space)}";

    /// <summary>Whether one space is searched, and not all.</summary>
    internal bool IsGiven => space is not null;

    /// <summary>Whether the space is given, and was found.</summary>
    internal bool IsKnown => isResolved;

    /// <summary>The ID; null where no space is given. It is looked up once.</summary>
    /// <exception cref="ApiException">There is no such space, or it cannot be told.</exception>
    internal async Task<string?> IdAsync(CancellationToken cancellation)
    {
        if (isResolved || space is null)
            return spaceId;
        spaceId = ResourceId.ResourceOf(space) == ResourceKind.Space ? space : await ResolveSpaceAsync(space, cancellation).ConfigureAwait(false);
        isResolved = true;
        return spaceId;
    }

    /// <summary>What it means that the list of its tasks answers 404.</summary>
    internal ApiException WithoutTasks() => spaceId == space ? NoSuchSpace("") : new ApiException(
        ApiFailure.Refused,
        $"the key sees the space '{api.Names.Of(space!)}', but {api.Host} answers 404 to the list of its tasks; "
            + "it needs the permission to read tasks");

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
}
