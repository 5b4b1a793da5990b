using System.Collections.Concurrent;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>Reads all that a space has, for a snapshot.</summary>
/// <param name="api">The API.</param>
/// <param name="progress">Takes the number of live tasks that were read, as it grows.</param>
public sealed class SpaceReader(ArizeApi api, Action<int> progress)
{
    private static readonly ResourceKind[] Named =
    [
        ResourceKind.Project, ResourceKind.Dataset, ResourceKind.Evaluator, ResourceKind.Experiment,
        ResourceKind.AiIntegration, ResourceKind.AgentIntegration,
    ];

    // From these, the judge calls are estimated.
    private const int FewRuns = 20;

    private readonly ConcurrentDictionary<ResourceKind, bool> unread = new();
    private readonly List<string> notes = [];

    /// <summary>Messages about what the key cannot read, so that the snapshot has it not.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>What messages call names and IDs that variables were filled into.</summary>
    public ShownNames Names
    {
        init => api.Names = value;
    }

    /// <summary>Reads the tasks of a space, and the names that declarations may refer to.</summary>
    /// <param name="space">The space, by name or ID; null for all that the key can see.</param>
    /// <param name="into">Takes them.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <exception cref="ApiException">A list cannot be read to its end.</exception>
    public async Task ReadAsync(string? space, SnapshotDocument into, CancellationToken cancellation)
    {
        var lookup = new SpaceLookup(api, space);
        var id = await lookup.IdAsync(cancellation).ConfigureAwait(false);
        await ReadTasksAsync(lookup, id, into, cancellation).ConfigureAwait(false);
        if (id is not null)
            into.AddList(ResourceKind.Space, [await SpaceOfAsync(id, space!, cancellation).ConfigureAwait(false)], id);
        await Task.WhenAll(Named.Select(kind => ReadListAsync(kind, id, into, cancellation))).ConfigureAwait(false);
    }

    /// <summary>Reads an evaluator: the latest version, and those that tasks are pinned to.</summary>
    /// <param name="id">The evaluator's ID.</param>
    /// <param name="versions">The IDs of the pinned versions.</param>
    /// <param name="into">Takes it.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <exception cref="ApiException">It cannot be read, for another reason than that the key may not or that it is gone.</exception>
    public async Task ReadEvaluatorAsync(string id, IReadOnlyCollection<string> versions, SnapshotDocument into, CancellationToken cancellation)
    {
        MappingNode latest;
        try
        {
            latest = await api.GetEvaluatorAnswerAsync(id, null, cancellation).ConfigureAwait(false);
        }
        catch (ApiException failed) when (failed.Failure is ApiFailure.Refused or ApiFailure.NotFound)
        {
            Note($"the evaluator {id} is left out: {failed.Message}");
            return;
        }

        var newest = VersionOf(latest);
        var others = await Task.WhenAll(versions.Where(version => version != newest).Select(async version =>
            (Version: version, Answer: await OfVersionAsync(id, version, cancellation).ConfigureAwait(false)))).ConfigureAwait(false);
        // A server that knows no versions answers with the latest.
        var told = others.Select(one => one.Answer).OfType<MappingNode>().Where(one => VersionOf(one) is { } version && version != newest);
        lock (into)
            into.AddEvaluator(latest, told, others.Where(one => one.Answer is null).Select(one => one.Version));
    }

    /// <summary>Reads the last runs of a task: 20, or as many as it takes to judge its health.</summary>
    /// <param name="id">The ID of the task.</param>
    /// <param name="live">The task.</param>
    /// <param name="health">Says how many runs it takes.</param>
    /// <param name="into">Takes them.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <exception cref="ApiException">They cannot be read, for another reason than that the key may not or that the task is gone.</exception>
    public async Task ReadRunsAsync(string id, ObjectView live, TaskHealth health, SnapshotDocument into, CancellationToken cancellation)
    {
        IReadOnlyList<ListNode> pages;
        try
        {
            pages = await api.GetRunsAsync(
                id, read => health.NeedsMore(live, read.SelectMany(RunOutcome.Read)), cancellation).ConfigureAwait(false);
        }
        catch (ApiException failed) when (failed.Failure is ApiFailure.Refused or ApiFailure.NotFound)
        {
            Note($"the runs of the task {id} are left out: {failed.Message}");
            lock (into)
                into.NoteUnreadRuns(id);
            return;
        }

        Node[] all = [.. pages.SelectMany(page => page.Items)];
        var few = new ListNode(Place.None, [.. all.Take(FewRuns)]);
        lock (into)
            into.AddRuns(health.NeedsMore(live, RunOutcome.Read(few)) ? new ListNode(Place.None, all) : few);
    }

    private static string? VersionOf(MappingNode answer) =>
        (answer["version"] as MappingNode)?["id"] is ScalarNode { IsNull: false } id ? id.Text : null;

    private async Task<MappingNode?> OfVersionAsync(string id, string version, CancellationToken cancellation)
    {
        try
        {
            return await api.GetEvaluatorAnswerAsync(id, version, cancellation).ConfigureAwait(false);
        }
        catch (ApiException failed) when (failed.Failure is ApiFailure.NotFound or ApiFailure.Unprocessable)
        {
            return null;
        }
    }

    // A task may move to a page that was read already while its own is read.
    private async Task ReadTasksAsync(SpaceLookup lookup, string? id, SnapshotDocument into, CancellationToken cancellation)
    {
        var list = new WholeTaskList(api, lookup);
        void Add(MappingNode task)
        {
            into.AddTask(task, id);
            progress(into.TaskCount);
        }

        if (await list.ReadAsync(Add, cancellation).ConfigureAwait(false) > 1)
            await list.ReadAsync(Add, cancellation).ConfigureAwait(false);
    }

    private async Task ReadListAsync(ResourceKind kind, string? space, SnapshotDocument into, CancellationToken cancellation)
    {
        if (unread.ContainsKey(kind))
            return;
        var list = new List<MappingNode>();
        try
        {
            var type = kind == ResourceKind.AgentIntegration ? "AGENT" : null;
            (string, string?)[] filters = [("space_id", space), ("type", type)];
            await foreach (var page in api.ListAsync(kind, filters, isReadToEnd: true, cancellation).ConfigureAwait(false))
            {
                Refuse(page.Doubt);
                list.AddRange(page.Items.Items.OfType<MappingNode>());
            }
        }
        catch (ApiException failed) when (failed.Failure is ApiFailure.Refused or ApiFailure.NotFound)
        {
            Note($"the names of {kind.Noun}s are left out: {failed.Message}");
            lock (into)
                into.NoteUnread(kind);
            unread.TryAdd(kind, true);
            return;
        }

        lock (into)
            into.AddList(kind, list, space);
    }

    private async Task<MappingNode> SpaceOfAsync(string id, string given, CancellationToken cancellation)
    {
        var name = given;
        try
        {
            if (id == given)
            {
                await foreach (var page in api.ListAsync(ResourceKind.Space, [], isReadToEnd: false, cancellation).ConfigureAwait(false))
                {
                    var own = page.Items.Items.OfType<MappingNode>().FirstOrDefault(one => one["id"] is ScalarNode own && own.Text == id);
                    if (own?["name"] is not ScalarNode { IsNull: false } named)
                        continue;
                    name = named.Text;
                    break;
                }
            }
        }
        catch (ApiException)
        {
            // Declarations can still name it by its ID.
        }

        ScalarNode Text(string text) => new(Place.None, text, isPlain: false);
        return new MappingNode(Place.None, [new Entry(Text("id"), Text(id)), new Entry(Text("name"), Text(name))]);
    }

    private void Note(string message)
    {
        lock (notes)
            notes.Add(message);
    }

    private static void Refuse(string? reason)
    {
        if (reason is not null)
            throw new ApiException(ApiFailure.Other, reason);
    }
}
