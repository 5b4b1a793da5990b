using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>Reads tasks once more by their IDs: while a list is read, its tasks change.</summary>
/// <param name="api">The API.</param>
/// <param name="search">Looks for a task that was made anew.</param>
/// <param name="names">Finds the IDs of what is declared by name.</param>
internal sealed class TaskReread(ArizeApi api, TaskNameSearch search, Func<NameLookup> names)
{
    // Of more tasks with one name, none is the one that is meant.
    private const int FewTasks = 10;

    /// <summary>Reads a task once more that was found in a list, or several that have one name.</summary>
    internal async Task<TaskCase> ReadAgainAsync(TaskCase one, CancellationToken cancellation)
    {
        if (one.Live is LiveAnswer.Ambiguous { Ids: { Count: <= FewTasks } several })
            return await ReadSeveralAsync(one, several, cancellation).ConfigureAwait(false);
        if (one.Live is not LiveAnswer.Found { IsRead: false } found || found.Task[TaskFields.Id].Text is not { } id)
            return one;
        try
        {
            if (await api.GetTaskAsync(id, cancellation).ConfigureAwait(false) is not { } task)
                return one with { Live = await FindReplacementAsync(one.Declared, id, cancellation).ConfigureAwait(false), Earlier = null };
            var again = new Binder().BindTask(LiveTaskShape.Unwrap(task)).View;
            // Of two answers the later one counts, whichever was asked for first.
            return UpdatedIn(again) is { } now && UpdatedIn(found.Task) is { } listed && now < listed
                ? one
                : one with { Live = new LiveAnswer.Found(again, names().For(again)) { IsRead = true } };
        }
        catch (ApiException)
        {
            return one;
        }
    }

    // Of a task that was deleted and made anew while the list was read, the list has both.
    private async Task<TaskCase> ReadSeveralAsync(TaskCase one, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        try
        {
            var read = await Task.WhenAll(ids.Select(id => api.GetTaskAsync(id, cancellation))).ConfigureAwait(false);
            var left = read.OfType<MappingNode>().Select(task => new Binder().BindTask(LiveTaskShape.Unwrap(task)).View)
                .Where(task => task[TaskFields.Name].Text == one.Declared.Name).ToList();
            return left.Count == 1 ? one with { Live = new LiveAnswer.Found(left[0], names().For(left[0])) { IsRead = true } } : one;
        }
        catch (ApiException)
        {
            return one;
        }
    }

    // A task that was deleted and made anew meanwhile has its name and another ID.
    private async Task<LiveAnswer> FindReplacementAsync(TaskDeclaration declared, string gone, CancellationToken cancellation)
    {
        var missing = new LiveAnswer.Missing($"at {api.Host} any more");
        if (TaskIdentity.Of(declared) is not TaskIdentity.ByName { Name: var name })
            return missing;
        var (_, pages, failure) = await search.LookForAsync(name, cancellation).ConfigureAwait(false);
        if (failure is not null)
            return new LiveAnswer.Undetermined(failure);
        var listed = new LiveTasks();
        foreach (var task in pages.SelectMany(page => page.Items).OfType<MappingNode>())
            listed.Add(task);
        // A list may still have what is gone.
        var found = listed.Named(name).Where(task => task[TaskFields.Id].Text != gone).ToList();
        return found.Count switch
        {
            0 => missing,
            1 => new LiveAnswer.Found(found[0], names().For(found[0])) { IsRead = true },
            _ => new LiveAnswer.Ambiguous([.. found.Select(task => task[TaskFields.Id].Text ?? "")]),
        };
    }

    private static DateTimeOffset? UpdatedIn(ObjectView task) => LiveTasks.Instant(task[TaskFields.UpdatedAt].Node);
}
