using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;

namespace Arize.TaskLint.Client.Api;

/// <summary>Looks for the tasks of one name, with a request of its own.</summary>
/// <param name="api">The API.</param>
/// <param name="list">The list of the space's tasks.</param>
internal sealed class TaskNameSearch(ArizeApi api, TaskPages list)
{
    /// <summary>The entries of the list that the API gives for a name, and why that may not be all.</summary>
    internal async Task<(string Name, List<ListNode> Found, LiveFailure? Failure)> LookForAsync(string name, CancellationToken cancellation)
    {
        var found = new List<ListNode>();
        try
        {
            await foreach (var page in list.ReadAsync(name, isReadToEnd: false, cancellation).ConfigureAwait(false))
            {
                found.Add(page.Items);
                if (page.Doubt is { } why)
                    return (name, found, LiveFailure.Shared($"{why}, so a task that is not in it may exist"));
                if (page.Items.Items.Select(LiveTaskShape.ProblemOf).FirstOrDefault(one => one is not null) is { } problem)
                    return (name, found, LiveFailure.Shared($"the list of tasks of {api.Host} has an entry that is no task: {problem}"));
            }

            return (name, found, null);
        }
        catch (ApiException failed)
        {
            return (name, found, LiveFailure.Shared($"a second look for tasks that are not in the list failed: {failed.Message}"));
        }
    }
}
