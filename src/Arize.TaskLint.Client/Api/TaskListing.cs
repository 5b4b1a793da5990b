using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>Reads all tasks of a space or a project. A list of which it is not certain that it is whole is none.</summary>
/// <param name="api">The API.</param>
/// <param name="space">The space, by name or ID; null for all that the key can see.</param>
/// <param name="progress">Takes the number of live tasks that were read.</param>
internal sealed class TaskListing(ArizeApi api, string? space, Action<int> progress)
{
    private readonly SpaceLookup lookup = new(api, space);

    /// <summary>Reads the tasks.</summary>
    /// <param name="project">The project, by name or ID; null for the whole space.</param>
    /// <exception cref="ApiException">The list cannot be read to its end, or there is no such space or project.</exception>
    internal async Task<IReadOnlyList<ObjectView>> ReadAsync(string? project, CancellationToken cancellation)
    {
        var spaceId = await lookup.IdAsync(cancellation).ConfigureAwait(false);
        var projectId = project is null ? null : await ProjectIdAsync(project, cancellation).ConfigureAwait(false);
        var tasks = new LiveTasks();
        (string, string?)[] filters = [("space_id", spaceId), ("project_id", projectId)];
        try
        {
            await foreach (var page in api.ListAsync(ResourceKind.Task, filters, isReadToEnd: true, cancellation).ConfigureAwait(false))
            {
                if (page.Doubt is { } doubt)
                    throw new ApiException(ApiFailure.Other, doubt);
                foreach (var item in page.Items.Items)
                {
                    if (LiveTaskShape.ProblemOf(item) is { } problem)
                        throw new ApiException(ApiFailure.Other, $"the list of tasks of {api.Host} has an entry that is no task: {problem}");
                    tasks.Add((MappingNode)item);
                }

                progress(tasks.Count);
            }
        }
        catch (ApiException missing) when (missing.Failure == ApiFailure.NotFound && lookup.IsGiven && projectId is null && tasks.Count == 0)
        {
            throw lookup.WithoutTasks();
        }

        return [.. tasks.All.Where(task => projectId is null || task[TaskFields.ProjectId].Text == projectId)];
    }

    /// <summary>Reads the names of resources of some kinds; a kind whose names cannot be read is left out.</summary>
    /// <param name="kinds">The kinds, each of which has a list.</param>
    /// <param name="fail">Takes why the names of a kind cannot be read, as a message.</param>
    internal async Task<IReadOnlyDictionary<ResourceKind, NamedResources>> NamesAsync(
        IEnumerable<ResourceKind> kinds, Action<string> fail, CancellationToken cancellation)
    {
        var all = new Dictionary<ResourceKind, NamedResources>();
        foreach (var kind in kinds)
        {
            var names = new NamedResources();
            try
            {
                var type = kind == ResourceKind.AgentIntegration ? "AGENT" : null;
                (string, string?)[] filters = [("space_id", await lookup.IdAsync(cancellation).ConfigureAwait(false)), ("type", type)];
                await foreach (var page in api.ListAsync(kind, filters, isReadToEnd: true, cancellation).ConfigureAwait(false))
                {
                    names.Add(page.Items);
                    names.IsComplete &= page.Doubt is null;
                }

                all[kind] = names;
            }
            catch (ApiException failed)
            {
                fail($"the names of {kind.Noun}s cannot be read: {failed.Message}");
            }
        }

        return all;
    }

    private async Task<string> ProjectIdAsync(string project, CancellationToken cancellation)
    {
        if (ResourceId.ResourceOf(project) == ResourceKind.Project)
            return project;
        var names = new NameLookup(api, lookup.Where);
        await names.FetchAsync(ResourceKind.Project, [project], () => lookup.IdAsync(cancellation), cancellation).ConfigureAwait(false);
        return names.Resolve(ResourceKind.Project, project) switch
        {
            NameResolution.Found { Id: var id } => id,
            NameResolution.Ambiguous { Ids: var ids } => throw new ApiException(ApiFailure.Other,
                $"{ids.Count} projects are named '{api.Names.Of(project)}'; give one of their IDs: {string.Join(", ", ids)}"),
            NameResolution.Missing missing => throw new ApiException(ApiFailure.NotFound, missing.Reason),
            NameResolution.Unresolved unresolved => throw new ApiException(ApiFailure.Other, unresolved.Cause.Reason),
            _ => throw new InvalidOperationException(),
        };
    }
}
