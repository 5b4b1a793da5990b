using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>Finds the IDs of the projects, datasets and so on that declarations name.</summary>
/// <param name="api">The API.</param>
/// <param name="where">Where they are, for messages.</param>
internal sealed class NameLookup(ArizeApi api, string where)
{
    // Up to here, asking for each name is shorter than reading all there are.
    private const int FewNames = 3;

    private readonly Dictionary<ResourceKind, NamedResources> known = [];
    private readonly Dictionary<ResourceKind, string> failed = [];

    /// <summary>Asks for all names that the tasks use.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="spaceId">Gives the ID of their space, or null for all that the key can see.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    internal async Task FetchAsync(IEnumerable<TaskDeclaration> tasks, Func<Task<string?>> spaceId, CancellationToken cancellation)
    {
        var names = new Dictionary<ResourceKind, HashSet<string>>();
        foreach (var task in tasks)
            Collect(task.View, names);
        foreach (var (kind, wanted) in names)
            await FetchAsync(kind, wanted, spaceId, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks for names of one kind.</summary>
    internal async Task FetchAsync(ResourceKind kind, HashSet<string> wanted, Func<Task<string?>> spaceId, CancellationToken cancellation)
    {
        try
        {
            known[kind] = await FetchAsync(kind, wanted, await spaceId().ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
        catch (ApiException problem)
        {
            failed[kind] = problem.Message;
        }
    }

    /// <summary>Finds the IDs of what the declaration of a live task names.</summary>
    internal NameResolver For(ObjectView live) => (kind, name) => Resolve(kind, name, live[TaskFields.DatasetId].Text);

    /// <summary>The ID of a name that was asked for.</summary>
    internal NameResolution Resolve(ResourceKind kind, string name, string? dataset) =>
        failed.TryGetValue(kind, out var problem) ? new NameResolution.Unresolved($"the name '{api.Names.Of(name)}' cannot be looked up: {problem}")
        : known[kind].Resolve(kind, name, where, api.Names, dataset);

    private async Task<NamedResources> FetchAsync(ResourceKind kind, HashSet<string> wanted, string? spaceId, CancellationToken cancellation)
    {
        var found = new NamedResources();
        var searches = wanted.Count <= FewNames ? wanted.Select(name => (string?)name) : [null];
        foreach (var name in searches)
        {
            await foreach (var page in api.ListAsync(kind, Filters(name), cancellation).ConfigureAwait(false))
            {
                found.Add(page.Items);
                found.IsComplete &= !page.IsCutShort;
            }
        }

        // What is near to a name does not always have it as a part: one more page tells what there is.
        var isOneMissing = found.IsComplete && wanted.Any(name => found.Resolve(kind, name, where, api.Names) is NameResolution.Unresolved);
        if (isOneMissing && wanted.Count <= FewNames && await api.SuggestionsAsync(kind, Filters(null), cancellation).ConfigureAwait(false) is { } others)
            found.Add(others);
        return found;

        (string, string?)[] Filters(string? name) =>
            [("space_id", spaceId), ("name", name), ("type", kind == ResourceKind.AgentIntegration ? "AGENT" : null)];
    }

    private static void Collect(ObjectView view, Dictionary<ResourceKind, HashSet<string>> names)
    {
        foreach (var field in view.Present)
        {
            // The live task tells the names of its evaluators itself.
            if (field.Spec is { NameOf: not null, ToldBy: null, Refers: { } kind } && field.IsKnown)
            {
                if (!names.TryGetValue(kind, out var wanted))
                    names.Add(kind, wanted = new HashSet<string>(StringComparer.Ordinal));
                wanted.UnionWith(field.Text is { } text ? [text] : field.Items.OfType<ScalarNode>().Select(item => item.Text));
            }

            if (field.Object is { } inner)
                Collect(inner, names);
        }
    }
}
