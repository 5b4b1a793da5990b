using System.Globalization;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Client.Profiles;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;
using Arize.TaskLint.Engine.Inputs;
using Arize.TaskLint.Engine.Settings;
using Arize.TaskLint.Reporting;

namespace Arize.TaskLint.Engine;

/// <summary>What was found of the declared tasks, and of their evaluators.</summary>
/// <param name="Tasks">Each declared task with the result of looking it up.</param>
/// <param name="Removed">The same of the tasks that only the base declares.</param>
/// <param name="Evaluators">The evaluators of the declared tasks.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record LiveSide(
    IReadOnlyList<TaskCase> Tasks, IReadOnlyList<TaskCase> Removed, IReadOnlyList<AttachedEvaluator> Evaluators, ReportLive Origin)
{
    /// <summary>The runs that are known, each with the ID of its task.</summary>
    internal IReadOnlyList<(string Task, TaskRun Run)> Runs { get; init; } = [];

    /// <summary>Why the runs are not known that a policy needs; otherwise null.</summary>
    internal LiveFailure? RunsUnknown { get; init; }

    /// <summary>The runs of the live tasks that can be dead, by the ID of the task; empty if they are not asked for.</summary>
    internal IReadOnlyDictionary<string, LiveRuns> Outcomes { get; init; } = new Dictionary<string, LiveRuns>();

    /// <summary>The latest time in the snapshot; null for the API, and where there is none.</summary>
    internal DateTimeOffset? SavedAfter { get; init; }

    /// <summary>All live tasks of the spaces of the declared tasks; null if they are not asked for.</summary>
    internal LiveListing? Listing { get; init; }
}

/// <summary>Where the live tasks come from: saved ones, or the API.</summary>
/// <param name="workspace">What the run reads.</param>
/// <param name="request">Which live tasks.</param>
/// <param name="settings">The settings, which may name saved tasks.</param>
internal sealed class LiveSource(Workspace workspace, LiveRequest request, SettingsFile settings) : IDisposable
{
    /// <summary>Whether all live tasks of the spaces are asked for.</summary>
    internal bool ListsAll { get; init; }

    /// <summary>Whether the runs are asked for by which the health of tasks is judged.</summary>
    internal bool ReadsHealth { get; init; }

    // A smaller declaration is read before the first answer comes.
    private const long LargeDeclarations = 64 * 1024;

    private const int MostReadAgain = 50;

    /// <summary>The saved tasks, once they were read; null if the API is asked.</summary>
    internal Snapshot? Saved { get; private set; }

    private readonly CancellationTokenSource ended = new();
    private (ApiClient Client, ApiSource Source, string Address)? api;
    private Profile? profile;

    /// <summary>Whether tasks are tried, which may not be live yet: their evaluators matter all the same.</summary>
    internal bool IsForTrial { get; init; }

    /// <summary>Whether live tasks are named: saved ones, or how the API is reached.</summary>
    internal bool IsNamed => IsSaved || request.UsesApi;

    private bool IsSaved => request.Saved.Count > 0 || (settings.Live.Count > 0 && !request.UsesApi);

    /// <summary>Reads the profile, unless saved tasks are compared with. What is read after it is shown without the profile's key.</summary>
    /// <exception cref="UsageException">It does not exist, or cannot be read.</exception>
    internal void ReadProfile()
    {
        if (!IsSaved)
            profile = new ProfileFiles(workspace).Read(request.Profile);
    }

    /// <summary>Begins to ask the API while large declarations are read, where their space is known before.</summary>
    /// <param name="files">The files, by their full paths.</param>
    /// <param name="spaces">The spaces that are given outside of the files.</param>
    internal void Begin(IReadOnlyList<string> files, SpaceSettings spaces)
    {
        // The value of a variable is looked for once it is known how messages call it.
        var space = spaces.Given ?? (spaces.ConfiguredNode?.IsFilled == true ? null : spaces.Configured);
        if (IsSaved || space is null || files.Where(InputFiles.IsDeclarationName).Sum(SizeOf) < LargeDeclarations)
            return;
        try
        {
            Connect().Source.Begin(space, ended.Token);
        }
        catch (SettingsException)
        {
            // Reported once the declarations are read, and tasks are looked for.
        }
    }

    /// <summary>Reads the live side.</summary>
    /// <param name="declared">The declarations.</param>
    /// <param name="atBase">The declarations at the base; null where there is none.</param>
    /// <param name="asksEvaluators">Whether any rule needs the evaluators.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <exception cref="UsageException">The request contradicts itself, or saved tasks cannot be read.</exception>
    internal async Task<LiveSide> ReadAsync(
        Declarations declared, BaseTasks? atBase, bool asksEvaluators, CancellationToken cancellation)
    {
        RefuseBoth();
        if (request.Saved.Count > 0)
            return ReadSaved(request.Saved, workspace.WorkingDirectory, declared, atBase);
        return IsSaved
            ? ReadSaved(settings.Live, settings.Folder, declared, atBase)
            : await AskAsync(declared, atBase, asksEvaluators, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Compares tasks, and compares once more after those that differ were read again: what changed while the list was read is no drift.
    /// </summary>
    /// <param name="cases">The tasks.</param>
    /// <param name="spaces">Which space each task is in.</param>
    /// <param name="compare">Compares all tasks.</param>
    /// <param name="cancellation">Ends the requests.</param>
    /// <returns>The tasks as they were compared last, and what came of it.</returns>
    internal async Task<(IReadOnlyList<TaskCase> Cases, IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings)> CompareAsync(
        IReadOnlyList<TaskCase> cases,
        SpaceSettings spaces,
        Func<IReadOnlyList<TaskCase>, (IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings)> compare,
        CancellationToken cancellation)
    {
        var (tasks, findings) = compare(cases);
        bool Differs(int i) => tasks[i].Status is SyncStatus.Drifted or SyncStatus.Conflict || cases[i].Live is LiveAnswer.Ambiguous;
        int[] differing = [.. Enumerable.Range(0, tasks.Count).Where(Differs)];
        if (await ReadAgainAsync(cases, differing, spaces, cancellation).ConfigureAwait(false) is not { } again)
            return (cases, tasks, findings);
        (tasks, findings) = compare(again);
        return (again, tasks, findings);
    }

    // The first ones, where there are many; null where nothing was read.
    private async Task<IReadOnlyList<TaskCase>?> ReadAgainAsync(
        IReadOnlyList<TaskCase> cases, IReadOnlyList<int> doubtful, SpaceSettings spaces, CancellationToken cancellation)
    {
        int[] some = [.. doubtful.Where(i => cases[i].Live is LiveAnswer.Found { IsRead: false } or LiveAnswer.Ambiguous).Take(MostReadAgain)];
        if (some.Length == 0 || api is not { Source: var source })
            return null;
        var read = await source.ReadAgainAsync([.. some.Select(i => cases[i])], spaces, cancellation).ConfigureAwait(false);
        var all = cases.ToList();
        for (var i = 0; i < some.Length; i++)
            all[some[i]] = read[i];
        return all;
    }

    /// <summary>The saved tasks; null if the API is asked.</summary>
    /// <exception cref="UsageException">The request contradicts itself, or saved tasks cannot be read.</exception>
    internal Snapshot? ReadSaved()
    {
        RefuseBoth();
        return request.Saved.Count > 0 ? new SnapshotFiles(workspace).Read(request.Saved, workspace.WorkingDirectory)
            : IsSaved ? new SnapshotFiles(workspace).Read(settings.Live, settings.Folder)
            : null;
    }

    /// <summary>The API.</summary>
    /// <exception cref="SettingsException">How the API is reached is not clear.</exception>
    internal ApiSource ReadApi() => Connect().Source;

    /// <summary>The API, request by request.</summary>
    /// <exception cref="SettingsException">How the API is reached is not clear.</exception>
    internal ArizeApi OpenApi() => new(Connect().Client);

    private void RefuseBoth()
    {
        if (request is { UsesApi: true, Saved.Count: > 0 })
            throw new UsageException("--live reads saved tasks, and --api-url, --region and --profile ask the API; give one or the other");
    }

    private LiveSide ReadSaved(IReadOnlyList<string> files, string root, Declarations declared, BaseTasks? atBase)
    {
        var tasks = declared.Tasks;
        var snapshot = Saved = new SnapshotFiles(workspace).Read(files, root);
        if (snapshot.IsCutShort)
            workspace.Log.Warn("the snapshot is cut short (has_more: true): a task that is not in it may exist all the same");
        foreach (var note in snapshot.Notes)
            workspace.Log.Warn(note);
        var (answers, removed) = Parts(snapshot.Find([.. tasks, .. atBase?.Removed ?? []], atBase, declared.Spaces), tasks.Count);
        var outcomes = ReadsHealth ? new SavedRuns(snapshot) : null;
        return new LiveSide(answers, removed, snapshot.FindEvaluators(answers, IsForTrial), OriginOf(snapshot))
        {
            Outcomes = outcomes?.Of(Found(answers)) ?? new Dictionary<string, LiveRuns>(),
            SavedAfter = outcomes?.Latest,
            Runs = [.. snapshot.RunLists.SelectMany(TaskRuns.Read)],
            Listing = ListsAll ? snapshot.ListFor(tasks) : null,
        };
    }

    private static IEnumerable<ObjectView> Found(IEnumerable<TaskCase> cases) =>
        cases.Select(one => one.Live).OfType<LiveAnswer.Found>().Select(found => found.Task);

    // The files say nothing of when they were written, and a checkout gives them times of its own.
    private static ReportLive OriginOf(Snapshot snapshot) =>
        new() { Saved = snapshot.Label, SavedAfter = snapshot.LatestUpdate is { } latest ? Instants.Of(latest) : null };

    /// <summary>Adds to each task what it was earlier.</summary>
    /// <param name="cases">The tasks.</param>
    /// <param name="earlier">The tasks that were saved earlier.</param>
    internal IReadOnlyList<TaskCase> WithEarlier(IReadOnlyList<TaskCase> cases, Snapshot earlier)
    {
        TaskCase[] all =
        [
            .. cases.Select(one => one.Live is LiveAnswer.Found found && found.Task[TaskFields.Id].Text is { } id
                ? one with { Earlier = earlier.WithId(id, out var doubt), EarlierUnknown = doubt }
                : one),
        ];
        var unknown = all.Count(one => one is { Live: LiveAnswer.Found, Earlier: null, EarlierUnknown: null });
        if (unknown > 0)
        {
            var are = unknown == 1 ? "1 task is" : string.Create(CultureInfo.InvariantCulture, $"{unknown} tasks are");
            workspace.Log.Warn($"{are} not in {earlier.Label}, so fields that are not declared were not compared there");
        }

        return all;
    }

    /// <summary>Reads the tasks that were saved earlier; null if the request names none.</summary>
    /// <param name="isStrict">Whether fields that a declaration does not name are compared.</param>
    /// <exception cref="UsageException">They cannot be read, or nothing is compared with them.</exception>
    internal Snapshot? ReadEarlier(bool isStrict)
    {
        if (request.Since.Count == 0)
            return null;
        return isStrict
            ? new SnapshotFiles(workspace) { Option = "--since" }.Read(request.Since, workspace.WorkingDirectory)
            : throw new UsageException("--since is about fields that are not declared, which only --strict compares; add --strict");
    }

    private static (IReadOnlyList<TaskCase> Tasks, IReadOnlyList<TaskCase> Removed) Parts(IReadOnlyList<TaskCase> cases, int count) =>
        ([.. cases.Take(count)], [.. cases.Skip(count)]);

    private async Task<LiveSide> AskAsync(Declarations declared, BaseTasks? atBase, bool asksEvaluators, CancellationToken cancellation)
    {
        try
        {
            var connected = Connect();
            var source = connected.Source;
            IReadOnlyList<TaskDeclaration> all = [.. declared.Tasks, .. atBase?.Removed ?? []];
            var (answers, removed) = Parts(
                await source.FindAsync(all, declared.Spaces, cancellation, atBase).ConfigureAwait(false), declared.Tasks.Count);
            var evaluators = asksEvaluators
                ? await source.FindEvaluatorsAsync(answers, declared.Spaces, cancellation, IsForTrial).ConfigureAwait(false)
                : [];
            var side = new LiveSide(answers, removed, evaluators, new ReportLive { Address = connected.Address, Spaces = SpacesOf(declared) });
            if (ListsAll)
                side = side with { Listing = await source.ListAsync(declared.Tasks, declared.Spaces, cancellation).ConfigureAwait(false) };
            return await WithRunsAsync(side, source, declared, cancellation).ConfigureAwait(false);
        }
        catch (SettingsException wrong)
        {
            throw new UsageException(wrong.Message);
        }
        finally
        {
            workspace.Log.Progress(null);
        }
    }

    // Each takes a request of its own, so only those are read that a policy is about.
    private async Task<LiveSide> WithRunsAsync(LiveSide side, ApiSource source, Declarations declared, CancellationToken cancellation)
    {
        if (ReadsHealth)
            side = await WithOutcomesAsync(side, source, declared, cancellation).ConfigureAwait(false);
        string[] ids =
        [
            .. from one in side.Tasks
               let found = one.Live as LiveAnswer.Found
               where found?.Task[TaskFields.IsContinuous].Boolean == true
                   && declared.Settings.Policies.LimitsCalls(one.Declared, declared.Severities.IsWanted)
               select found.Task[TaskFields.Id].Text,
        ];
        // Of these, it is known already.
        if (ids.FirstOrDefault(id => side.Outcomes.TryGetValue(id, out var known) && known.Unknown is not null) is { } failing)
            return side with { RunsUnknown = Unread($"{side.Outcomes[failing].Unknown!.Reason}") };
        ids = [.. ids.Where(id => !side.Outcomes.ContainsKey(id))];
        if (ids.Length == 0)
            return side;
        try
        {
            return side with { Runs = [.. side.Runs, .. await source.FindRunsAsync(ids, cancellation).ConfigureAwait(false)] };
        }
        catch (ApiException failed)
        {
            return side with { RunsUnknown = Unread(failed.Message) };
        }
    }

    private static LiveFailure Unread(string reason) =>
        new($"the runs of tasks cannot be read, so max_calls_per_day is not checked: {reason}", IsShared: true);

    private async Task<LiveSide> WithOutcomesAsync(LiveSide side, ApiSource source, Declarations declared, CancellationToken cancellation)
    {
        var health = new TaskHealth(declared.Settings.Health, workspace.Time.GetUtcNow());
        var found = await source.FindOutcomesAsync(Found(side.Tasks).Where(TaskHealth.Concerns), health, cancellation).ConfigureAwait(false);
        return side with
        {
            Outcomes = found.ToDictionary(
                one => one.Task, one => new LiveRuns([.. one.Lists.SelectMany(RunOutcome.Read)], one.Unknown), StringComparer.Ordinal),
            Runs = [.. found.SelectMany(one => one.Lists).SelectMany(TaskRuns.Read)],
        };
    }

    private static string[]? SpacesOf(Declarations declared)
    {
        var names = ShownNames.Of(declared.Tasks, declared.Spaces);
        var given = declared.Tasks.Select(task => declared.Spaces.Of(new TaskHeader(task), out _)).OfType<string>().Distinct();
        string[] spaces = [.. given.Select(names.Of)];
        return spaces.Length == 0 ? null : spaces;
    }

    private (ApiClient Client, ApiSource Source, string Address) Connect()
    {
        if (api is { } connected)
            return connected;
        var (client, address) = ApiConnection.Open(workspace, request, profile);
        void Show(int count) => workspace.Log.Progress($"reading live tasks: {count.ToString(CultureInfo.InvariantCulture)}");
        api = (client, new ApiSource(new ArizeApi(client), Show), address);
        return api.Value;
    }

    private long SizeOf(string file)
    {
        try
        {
            return workspace.Texts.TryGetValue(file, out var text) ? text.Length : new FileInfo(file) is { Exists: true } info ? info.Length : 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Cancel();
        api?.Client.Dispose();
        ended.Dispose();
    }
}
