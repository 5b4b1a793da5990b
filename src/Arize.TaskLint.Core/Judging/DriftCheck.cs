using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Remedies;
using Arize.TaskLint.Core.Results;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Runs;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Holds declared tasks against what was found of them on the live side.</summary>
/// <param name="isStrict">Whether fields that a declaration does not name must be unset.</param>
/// <param name="today">The day, in UTC, by which <c>ignore</c> entries end.</param>
public sealed class DriftCheck(bool isStrict, DateTime today)
{
    private static readonly Acceptance BeforeThis = new(AcceptanceKind.Existing, "it was so before; --fail-on-existing-drift fails on it", null);

    private readonly HashSet<LiveFailure> told = [];
    private readonly SharedFindings shared = new();
    private readonly NamesNotSaved notSaved = new();

    /// <summary>The drift that the settings ignore across tasks.</summary>
    public IgnoreSet Shared { get; init; } = IgnoreSet.Empty;

    /// <summary>What the team asks of its tasks, and so of the live ones.</summary>
    public PolicySet Policies { get; init; } = PolicySet.Empty;

    /// <summary>The patterns of the run.</summary>
    public PatternRun Patterns { get; init; } = new();

    /// <summary>Which of the pinned evaluator versions exist.</summary>
    public PinnedVersions Pins { get; init; } = PinnedVersions.Unknown;

    /// <summary>The runs of live tasks that are known, by the ID of the task.</summary>
    public ILookup<string, TaskRun> Runs { get; init; } = Array.Empty<TaskRun>().ToLookup(_ => "");

    /// <summary>Why the runs are not known that a policy needs; otherwise null.</summary>
    public LiveFailure? RunsUnknown { get; init; }

    /// <summary>
    /// The name of the snapshot with the earlier live tasks, if fields that a declaration does not name count only where they changed since then;
    /// otherwise null.
    /// </summary>
    public string? Since { get; init; }

    /// <summary>Whether the tasks have a base, so that a change of the declaration is told from one of the live task.</summary>
    public bool HasBase { get; init; }

    /// <summary>Whether drift fails a run that was there before the pull request; it does where there is no base.</summary>
    public bool FailsOnExisting { get; init; }

    /// <summary>What came of each task, and what is to be said of it.</summary>
    /// <param name="cases">The declared tasks with their live sides.</param>
    public (IReadOnlyList<TaskResult> Tasks, IReadOnlyList<Finding> Findings) Check(IReadOnlyList<TaskCase> cases)
    {
        var tasks = new List<TaskResult>(cases.Count);
        var findings = new List<Finding>();
        // Where nothing at all is found, the tasks are hardly all gone: the key, the region or the space is wrong, and that is said once.
        var allMissing = TaskCase.AreAllMissing(cases) && !(HasBase && cases.All(one => one.Base is null));
        foreach (var one in cases)
            tasks.Add(Check(one, findings, allMissing));

        findings.AddRange(shared.All);
        if (RunsUnknown is not null && told.Add(RunsUnknown))
            findings.Add(Determined.Rule.Report(RunsUnknown.Reason));
        if (notSaved.Finding is { } unknown)
            findings.Add(unknown);
        if (allMissing)
            findings.Add(TaskExists.Rule.ReportNone(cases.Count, (LiveAnswer.Missing)cases[0].Live));
        return (tasks, findings);
    }

    /// <summary>Whether reading the task found an error, so that it cannot be called in sync.</summary>
    public static bool HasErrors(TaskDeclaration task) =>
        task.Problems.Any(problem =>
            problem is not (DeclaredServerField or UnsetVariable or ForeignId or DoubtfulReference or UnknownField { IsGuess: true })
            && Linter.Describe(problem) is { Severity: Severity.Error });

    /// <summary>What became of the live tasks of declarations that the base has and nothing has now.</summary>
    /// <param name="removed">The declarations at the base, with their live sides.</param>
    /// <param name="declared">The results of the tasks that are declared now; their live tasks are still managed.</param>
    public static IEnumerable<TaskResult> CheckRemoved(IEnumerable<TaskCase> removed, IEnumerable<TaskResult> declared)
    {
        var managed = new HashSet<string>(declared.Select(task => task.LiveId).OfType<string>(), StringComparer.Ordinal);
        return
            from one in removed
            let found = one.Live as LiveAnswer.Found
            where found is not null && !managed.Contains(found.Task[TaskFields.Id].Text ?? "")
            select new TaskResult(
                one.Declared, SyncStatus.Unmanaged, found.Task[TaskFields.Id].Text, [],
                "declared at the base, and no longer in what is read here; the live task goes on")
            { IsRemoved = true };
    }

    /// <summary>Why tasks could not be looked up that are tried: what they have in common is said once.</summary>
    /// <param name="cases">The declared tasks with their live sides.</param>
    public static IEnumerable<Finding> CheckTried(IEnumerable<TaskCase> cases)
    {
        var told = new HashSet<LiveFailure>();
        return
            from one in cases
            let cause = (one.Live as LiveAnswer.Undetermined)?.Cause
            where cause is not null && (!cause.IsShared || told.Add(cause))
            select ReportUnread(one.Declared, cause);
    }

    private static Finding ReportUnread(TaskDeclaration task, LiveFailure cause) =>
        cause.IsShared ? Determined.Rule.Report(cause.Reason) : Determined.Rule.Report(task, task.Place, null, cause.Reason);

    private TaskResult Check(TaskCase one, List<Finding> findings, bool allMissing)
    {
        var (task, answer, _) = one;
        switch (answer)
        {
            case LiveAnswer.Found found:
                return Compare(one, found, findings);
            // An ID comes from the server, so no task will be created with one.
            case LiveAnswer.Missing missing when HasBase && one.Base is null && task.Id is null:
                return new TaskResult(task, SyncStatus.Pending, null, [], $"new since the base, and {missing.Reason}");
            case LiveAnswer.Missing missing:
                if (!allMissing)
                {
                    // A task that is looked for by another ID than at the base is not what was missing before.
                    var gone = TaskExists.Rule.Report(task, missing);
                    findings.Add(one.Base is { } atBase && atBase.Id == task.Id ? Existing(gone) : gone);
                }

                return new TaskResult(task, SyncStatus.Missing, null, [], missing.Reason) { IsReasonShared = allMissing && missing.Nearest is null };
            case LiveAnswer.Ambiguous ambiguous:
                findings.Add(NameFitsOne.Rule.Report(task, ambiguous.Ids));
                return new TaskResult(task, SyncStatus.Undetermined, null, [], $"the name fits {ambiguous.Ids.Count} live tasks");
            case LiveAnswer.Broken:
                return new TaskResult(task, SyncStatus.Undetermined, null, [], "the declaration has errors");
            case LiveAnswer.Undetermined { Cause: var cause }:
                if (!cause.IsShared || told.Add(cause))
                    findings.Add(ReportUnread(task, cause));
                return new TaskResult(task, SyncStatus.Undetermined, null, [], cause.Reason) { IsReasonShared = cause.IsShared };
            default:
                throw new ArgumentOutOfRangeException(nameof(one));
        }
    }

    // What was so before a pull request does not fail it.
    private Finding Existing(Finding finding) => HasBase && !FailsOnExisting ? AsExisting(finding) : finding;

    /// <summary>A finding on the live side that was so before a pull request, which it does not fail.</summary>
    public static Finding AsExisting(Finding finding) =>
        finding.Accepted is null && !finding.Rule.Traits.IsAlwaysTold ? finding with { Accepted = BeforeThis } : finding;

    private TaskResult Compare(TaskCase one, LiveAnswer.Found found, List<Finding> findings)
    {
        var task = one.Declared;
        var live = new TaskDeclaration(found.Task, isPartial: task.IsPartial) { IsLive = true };
        var comparer = new TaskComparer(found.Names, isStrict && Since is null, Patterns);
        var (changes, gaps) = comparer.Compare(task, live);
        if (HasBase && changes.Count > 0)
        {
            var (judged, unknown) = SidesOf(one, live, changes, comparer);
            (changes, gaps) = (judged, [.. gaps, .. unknown]);
        }

        if (Since is not null && one.Earlier is { } earlier)
            changes = [.. changes, .. ChangedSince(task, live, earlier, Since)];
        if (one.EarlierUnknown is { } unknownEarlier)
            findings.Add(Determined.Rule.Report(task, task.Place, null, unknownEarlier.Reason));
        changes = Ignored(task, changes, findings);
        foreach (var gap in gaps.Where(gap => !gap.IsReported))
            Report(task, gap, findings);
        findings.AddRange(LiveTaskCheck.Check(task, live, Policies).Select(Existing));
        foreach (var member in UnknownMembers.Of(found.Task.Node))
            shared.Add(task, Existing(LiveFieldIsKnown.Rule.Report(task, member)));
        var liveId = found.Task[TaskFields.Id].Text;
        var updated = LiveTasks.Instant(found.Task[TaskFields.UpdatedAt].Node);
        var calls = liveId is not null && live.IsContinuous.Boolean == true ? CallRate.Of(Runs[liveId], updated) : null;
        if (calls is not null)
            findings.AddRange(CheckCalls(task, live, calls));
        if (changes.Any(change => change.IgnoredBy is null))
        {
            var hasErrors = gaps.Any(gap => gap.IsReported) || HasErrors(task);
            var reason = hasErrors ? "the declaration has errors, so not all of it was compared" : NotComparedSince(one);
            return new TaskResult(task, StatusOf(changes), liveId, changes, reason)
            {
                HasGaps = hasErrors || gaps.Count > 0 || one.EarlierUnknown is not null,
                Updated = updated,
                Calls = calls,
                Update = UpdateOf(task, live, changes, found.Names),
            };
        }

        if (gaps.FirstOrDefault(gap => !gap.IsReported) is { } first)
        {
            return new TaskResult(task, SyncStatus.Undetermined, liveId, changes, $"'{first.Path}' cannot be compared: {first.Reason}")
            { IsReasonShared = gaps.All(gap => gap.IsReported || gap.Resolution is not null) };
        }

        if (gaps.Count > 0 || HasErrors(task))
            return new TaskResult(task, SyncStatus.Undetermined, liveId, changes, "the declaration has errors");
        var status = one.EarlierUnknown is null ? SyncStatus.InSync : SyncStatus.Undetermined;
        return new TaskResult(task, status, liveId, changes, NotComparedSince(one));
    }

    private string? NotComparedSince(TaskCase one) =>
        Since is null || one.Earlier is not null ? null
        : one.EarlierUnknown?.Reason ?? $"the task is not in {Since}, so fields that are not declared were not compared";

    // A task that the base does not have is all the pull request's own.
    private (IReadOnlyList<Change> Changes, IReadOnlyList<Gap> Gaps) SidesOf(
        TaskCase one, TaskDeclaration live, IReadOnlyList<Change> changes, TaskComparer comparer)
    {
        if (one.Base is not { } atBase)
            return ([.. changes.Select(change => change with { Status = ChangeStatus.Pending })], []);
        var ofBase = one.BaseNames is { } names ? new TaskComparer(names, isStrict && Since is null, Patterns) : comparer;
        var (moved, gaps) = ofBase.Compare(atBase, live);
        return new BaseComparison(atBase, moved, gaps).Judge(changes);
    }

    // The one update that there is for a task makes all of it as it is declared.
    private TaskUpdate? UpdateOf(TaskDeclaration task, TaskDeclaration live, IReadOnlyList<Change> changes, NameResolver names)
    {
        var update = UpdateDraft.Of(task, live, changes, names, Pins);
        var statuses = changes.Where(change => change.IgnoredBy is null).Select(change => change.Status).Distinct().ToList();
        return update is null || statuses.Count < 2 || !statuses.Contains(ChangeStatus.Pending)
            ? update
            : update with { Notes = [.. update.Notes, "this also makes the changes of the pull request that are pending"] };
    }

    private IEnumerable<Finding> CheckCalls(TaskDeclaration task, TaskDeclaration live, CallRate calls)
    {
        var declared = ExpectedCalls(calls, task, live) is { } expected ? Policies.CheckCalls(task, task, calls, expected).ToList() : [];
        // Drift may be accepted, and the bill comes all the same.
        return declared.Count > 0 ? declared
            : Policies.CheckCalls(task, live, calls, calls.PerDay).Select(finding => LiveTaskKeepsRules.Rule.Report(task, finding));
    }

    // Calls of a task that samples nothing tell nothing of another rate.
    private static double? ExpectedCalls(CallRate calls, TaskDeclaration task, TaskDeclaration live) =>
        task.SamplingRate.Number is not { } declared || live.SamplingRate.Number is not { } rate || declared.Equals(rate) ? calls.PerDay
        : rate > 0 ? calls.PerDay * declared / rate
        : null;

    private IEnumerable<Change> ChangedSince(TaskDeclaration task, TaskDeclaration live, ObjectView earlier, string since) =>
        new SinceComparison(earlier, since).Compare(task, live).Select(change => HasBase ? change with { Status = ChangeStatus.Drifted } : change);

    // The one that asks most of people.
    private static SyncStatus StatusOf(IEnumerable<Change> changes)
    {
        var statuses = changes.Where(change => change.IgnoredBy is null).Select(change => change.Status ?? ChangeStatus.Drifted).ToList();
        return statuses.Contains(ChangeStatus.Conflict) ? SyncStatus.Conflict
            : statuses.Contains(ChangeStatus.Drifted) ? SyncStatus.Drifted
            : SyncStatus.Pending;
    }

    // What is wrong with a name is wrong for every task that uses it, and reported once.
    private void Report(TaskDeclaration task, Gap gap, List<Finding> findings)
    {
        switch (gap.Resolution)
        {
            case NameResolution.Missing:
                shared.Add(task, NamedResourceExists.Rule.Report(task, gap.Place, gap.Path, gap.Reason));
                break;
            case NameResolution.Unresolved { Cause: { IsShared: true } cause }:
                if (told.Add(cause))
                    findings.Add(Determined.Rule.Report(cause.Reason));
                break;
            case NameResolution.Unresolved:
                shared.Add(task, Determined.Rule.Report(task, gap.Place, gap.Path, $"'{gap.Path}' cannot be compared: {gap.Reason}"), gap.Reason);
                break;
            case NameResolution.NotSaved saved:
                notSaved.Add(task, gap, saved);
                break;
            case null when gap.Names is null:
                findings.Add(Determined.Rule.Report(task, gap.Place, gap.Path, $"'{gap.Path}' cannot be compared: {gap.Reason}"));
                break;
            case null:
                findings.Add(NameFitsOne.Rule.Report(task, gap, gap.Names));
                break;
            default:
                shared.Add(task, NameFitsOne.Rule.Report(task, gap, gap.Names!));
                break;
        }
    }

    private List<Change> Ignored(TaskDeclaration task, IReadOnlyList<Change> changes, List<Finding> findings)
    {
        if (changes.Count == 0)
            return [];
        var entries = new IgnoreIndex(Shared.Of(task), entry => entry.IsInForce(today));
        var result = new List<Change>(changes.Count);
        foreach (var change in changes)
        {
            var covering = entries.Find(change);
            var isInForce = covering?.IsInForce(today) == true;
            var judged = change with { IgnoredBy = isInForce ? covering : null };
            result.Add(judged);
            // What is still to be done in Arize is no drift.
            if (change.Status == ChangeStatus.Pending)
                continue;
            var finding = Drift.Rule.Report(task, judged, isInForce ? null : covering);
            findings.Add(change.Status == ChangeStatus.Drifted ? Existing(finding) : finding);
        }

        return result;
    }
}
