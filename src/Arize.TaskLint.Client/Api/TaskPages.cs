using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Client.Api;

/// <summary>
/// The list of the tasks of a space. Reading it may begin before it is known which tasks are wanted, while the declarations are read. What goes
/// wrong then is not reported: the request is made again once it is wanted, since only then is it known what messages must not show.
/// </summary>
/// <param name="api">The API.</param>
/// <param name="space">The space.</param>
internal sealed class TaskPages(ArizeApi api, SpaceLookup space)
{
    // Pages that nobody has looked at yet take memory.
    private const int MostAhead = 32;

    private Channel<Page>? early;
    private Task lookedUp = Task.CompletedTask;

    /// <summary>Begins to read the list.</summary>
    /// <param name="cancellation">Ends the requests.</param>
    internal void Begin(CancellationToken cancellation)
    {
        var (pages, known) = (Channel.CreateBounded<Page>(MostAhead), new TaskCompletionSource());
        (early, lookedUp) = (pages, known.Task);
        _ = Task.Run(() => ReadAheadAsync(pages.Writer, known, cancellation), CancellationToken.None);
    }

    /// <summary>The pages.</summary>
    /// <param name="name">Part of the name of the tasks that are wanted; null for all.</param>
    /// <param name="isReadToEnd">Whether all pages are wanted.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <exception cref="ApiException">A page cannot be read, or the space is not found.</exception>
    internal async IAsyncEnumerable<Page> ReadAsync(string? name, bool isReadToEnd, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? last = null;
        if (early is { } pages && name is null)
        {
            early = null;
            try
            {
                await foreach (var page in pages.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                {
                    last = page.Next;
                    yield return page;
                    if (last is null)
                        yield break;
                }
            }
            finally
            {
                pages.Writer.TryComplete();
            }
        }

        var id = await space.IdAsync(cancellation).ConfigureAwait(false);
        (string, string?)[] filters = [("space_id", id), ("name", name)];
        await foreach (var page in api.ListAsync(ResourceKind.Task, filters, isReadToEnd, cancellation, last).ConfigureAwait(false))
            yield return page;
    }

    /// <summary>Waits until the space is looked up that is read ahead, so that it is not asked for twice.</summary>
    internal Task SpaceLookedUpAsync() => lookedUp;

    /// <summary>Reads no further ahead.</summary>
    internal void End() => early?.Writer.TryComplete();

    private async Task ReadAheadAsync(ChannelWriter<Page> pages, TaskCompletionSource known, CancellationToken cancellation)
    {
        try
        {
            (string, string?)[] filters = [("space_id", await space.IdAsync(cancellation).ConfigureAwait(false))];
            known.SetResult();
            await foreach (var page in api.ListAsync(ResourceKind.Task, filters, isReadToEnd: true, cancellation).ConfigureAwait(false))
                await pages.WriteAsync(page, cancellation).ConfigureAwait(false);
        }
        catch (Exception ended) when (ended is ApiException or OperationCanceledException or ChannelClosedException or ObjectDisposedException)
        {
            // Whoever wants the list asks again from where it ended, and reports what goes wrong.
        }
        finally
        {
            known.TrySetResult();
            pages.TryComplete();
        }
    }
}
