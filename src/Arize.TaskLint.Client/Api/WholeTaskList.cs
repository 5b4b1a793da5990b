using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>The list of all tasks of a space, where a part of it says too little.</summary>
/// <param name="api">The API.</param>
/// <param name="space">The space.</param>
internal sealed class WholeTaskList(ArizeApi api, SpaceLookup space)
{
    /// <summary>Reads the list to its end.</summary>
    /// <param name="add">Takes each task; one may come twice, where tasks move while the list is read.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="ApiException">A page cannot be read, an entry is no task, or it is not clear that the list ends.</exception>
    internal async Task<int> ReadAsync(Action<MappingNode> add, CancellationToken cancellation)
    {
        var pages = 0;
        try
        {
            (string, string?)[] filters = [("space_id", await space.IdAsync(cancellation).ConfigureAwait(false))];
            await foreach (var page in api.ListAsync(ResourceKind.Task, filters, isReadToEnd: true, cancellation).ConfigureAwait(false))
            {
                pages++;
                Refuse(page.Doubt);
                foreach (var item in page.Items.Items)
                {
                    Refuse(LiveTaskShape.ProblemOf(item) is { } problem
                        ? $"the list of tasks of {api.Host} has an entry that is no task: {problem}"
                        : RepeatedKeys.FirstIn(item) is { } key ? $"the list of tasks of {api.Host} has the key '{key}' twice in one object" : null);
                    add((MappingNode)item);
                }
            }
        }
        catch (ApiException missing) when (pages == 0 && missing.Failure == ApiFailure.NotFound && space.IsKnown)
        {
            throw space.WithoutTasks();
        }

        return pages;
    }

    private static void Refuse(string? reason)
    {
        if (reason is not null)
            throw new ApiException(ApiFailure.Other, reason);
    }
}
