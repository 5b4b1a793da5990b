using System.Globalization;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Core.Runs;

/// <summary>Judges continuous tasks by their last runs. Runs before the last change of a task say nothing of what it is now.</summary>
/// <param name="terms">When a task counts as dead.</param>
/// <param name="now">The time.</param>
public sealed class TaskHealth(HealthTerms terms, DateTimeOffset now)
{
    /// <summary>So many runs one after the other that find nothing are enough, however short the time is that they cover.</summary>
    public const int MostRuns = 1000;

    // What ends sooner did not come to ask a model.
    private static readonly TimeSpan Seconds = TimeSpan.FromMinutes(1);

    /// <summary>The name of the snapshot that the runs are from; null for the API.</summary>
    public string? Saved { get; init; }

    /// <summary>
    /// The latest time in the snapshot, which was saved then or later: it does not say when. Null for the API, which tells what is so now, and for a
    /// snapshot without any time.
    /// </summary>
    public DateTimeOffset? SavedAfter { get; init; }

    // What is before this is certainly over.
    private DateTimeOffset? Known => Saved is null || SavedAfter > now ? now : SavedAfter;

    /// <summary>Whether a live task can be dead at all: it judges new spans as they come, and not none of them.</summary>
    public static bool Concerns(ObjectView live) =>
        live[TaskFields.IsContinuous].Boolean == true && live[TaskFields.SamplingRate].Number != 0;

    /// <summary>What came of a task.</summary>
    /// <param name="live">The live task, as <see cref="Concerns"/> has it.</param>
    /// <param name="runs">Its last runs, in any order.</param>
    public HealthVerdict Of(ObjectView live, IEnumerable<RunOutcome> runs)
    {
        var changed = ChangeOf(live);
        var ordered = InOrder(runs);
        if (ordered.Find(run => run.Id is null) is { } broken)
            return new HealthVerdict.Unknown($"one of its runs {broken.Gap}");
        var idle = IdleOf(ordered, changed);
        if (idle is HealthVerdict.Dead)
            return idle;
        var results = ResultOf(Counted(ordered, changed));
        return results is HealthVerdict.Nothing && idle is not null ? idle : results;
    }

    /// <summary>Whether older runs than those that were read may decide what came of a task.</summary>
    /// <param name="live">The live task.</param>
    /// <param name="runs">The runs that were read: the newest.</param>
    public bool NeedsMore(ObjectView live, IEnumerable<RunOutcome> runs)
    {
        var changed = ChangeOf(live);
        var ordered = InOrder(runs);
        var counted = Counted(ordered, changed);
        var telling = counted.Where(run => !run.IsEmpty).Take(terms.LastRuns).ToList();
        return ordered.Count is > 0 and < MostRuns
            && ordered.TrueForAll(run => run is { Gap: null, Begun: not null })
            && telling.Count < terms.LastRuns
            && !telling.Exists(run => !IsDead(run))
            && !(ordered[ordered.Count - 1].Begun < changed)
            && !(now - ordered[ordered.Count - 1].Begun >= terms.Idle);
    }

    private static DateTimeOffset? ChangeOf(ObjectView live) =>
        new[] { LiveTasks.Instant(live[TaskFields.CreatedAt].Node), LiveTasks.Instant(live[TaskFields.UpdatedAt].Node) }.Max();

    // Runs that somebody triggers say little of those that the task makes itself.
    private static List<RunOutcome> InOrder(IEnumerable<RunOutcome> runs)
    {
        var once = runs.GroupBy(run => run.Id, StringComparer.Ordinal).Select(same => same.First()).ToList();
        if (once.Exists(run => !run.IsByHand))
            once.RemoveAll(run => run.IsByHand);
        return once.TrueForAll(run => run.Begun is not null) ? [.. once.OrderByDescending(run => run.Begun)] : once;
    }

    private static List<RunOutcome> Counted(List<RunOutcome> ordered, DateTimeOffset? changed) =>
        ordered.FindAll(run => run.Status is not (RunStatus.Pending or RunStatus.Running) && !(run.Begun < changed));

    private static bool IsDead(RunOutcome run) => run.IsBroken || run.Successes == 0;

    // Null where the task runs, or is too new.
    private HealthVerdict? IdleOf(List<RunOutcome> ordered, DateTimeOffset? changed)
    {
        var last = ordered.Count > 0 ? ordered[0] : null;
        if (last is { Begun: null })
            return new HealthVerdict.Unknown("its last run does not say when it was");
        if (new[] { last?.Begun, changed }.Max() is not { } since)
            return new HealthVerdict.Unknown("it has no run, and does not say since when it exists");
        var message = last is null
            ? $"the live task is continuous, but has had no run since it was last changed on {Shown(since)}"
            : $"the live task is continuous, but its last run was on {Shown(last.Begun!.Value)}"
                + (last.Status == RunStatus.Pending ? ", and has not started" : last.Status == RunStatus.Running ? ", and has not ended" : "");
        if (Known - since >= terms.Idle)
            return new HealthVerdict.Dead(message, "its project gets no spans any more, or none that the task selects") { FindsNothing = true };
        if (now - since < terms.Idle)
            return null;
        var found = last is null ? "no run" : $"no later run than that of {Shown(last.Begun!.Value)}";
        return SavedTooSoon(found);
    }

    private HealthVerdict ResultOf(List<RunOutcome> counted)
    {
        var telling = counted.Where(run => !run.IsEmpty).Take(terms.LastRuns).ToList();
        if (telling.Exists(run => run.Gap is null && !IsDead(run)))
            return HealthVerdict.Nothing.Instance;
        if (telling.Find(run => run.Gap is not null) is { } unclear)
            return new HealthVerdict.Unknown($"the run {Excerpt.Of(unclear.Id!)} {unclear.Gap}");
        if (telling.Count == terms.LastRuns)
            return Broken(telling);
        // Fewer runs decide nothing, unless all of them together, most of which found nothing, cover the days.
        if (counted.Count < terms.LastRuns || !counted.TrueForAll(run => run.Gap is null && IsDead(run))
            || counted[counted.Count - 1].Begun is not { } first)
        {
            return HealthVerdict.Nothing.Instance;
        }

        if (Known - first >= terms.Idle || counted.Count >= MostRuns)
        {
            return new HealthVerdict.Dead(
                $"nothing was scored since {Shown(first)}: {Counts(counted.Count(run => run.IsEmpty), "run")} of the live task found nothing to judge"
                    + (telling.Count > 0 ? $", and {Number(telling.Count)} failed" : ""),
                null)
            { FindsNothing = true };
        }

        return now - first >= terms.Idle ? SavedTooSoon($"no run that scored anything since {Shown(first)}") : HealthVerdict.Nothing.Instance;
    }

    private HealthVerdict.Unknown SavedTooSoon(string found) =>
        new($"{Saved} has {found}, but does not say when it was saved; check against the API");

    private static HealthVerdict.Dead Broken(List<RunOutcome> telling)
    {
        var isOne = telling.Count == 1;
        var did = new List<string>();
        if (telling.Exists(run => run.Status == RunStatus.Failed))
            did.Add("failed");
        if (telling.Exists(run => run.Status == RunStatus.Cancelled))
            did.Add(isOne ? "was cancelled" : "were cancelled");
        if (telling.Exists(run => !run.IsBroken))
            did.Add("scored nothing");
        var what = did.Count == 1 ? did[0] : string.Join(", ", did.Take(did.Count - 1)) + " or " + did[did.Count - 1];
        var subject = isOne ? "the last run of the live task" : $"the last {Number(telling.Count)} runs of the live task";
        var latest = telling[0].Begun is { } begun ? $"{(isOne ? " on " : ", the latest on ")}{Shown(begun)}" : "";
        var (errors, skipped) = (telling.Sum(run => run.Errors ?? 0), telling.Sum(run => run.Skipped ?? 0));
        var counts = telling.Exists(run => !run.IsBroken) ? $" ({Counts(errors, "error")}, {Number(skipped)} skipped)" : "";
        var reason = telling.Select(run => run.FailureReason).FirstOrDefault(one => one is not null);
        var told = reason is not null ? $": '{Excerpt.Of(reason)}'" : did.Contains("failed") ? "; the API does not say why" : "";
        var cause = telling.Where(run => run.FailureReason is null).Select(CauseOf).FirstOrDefault(one => one is not null);
        return new HealthVerdict.Dead($"{subject} {what}{counts}{latest}{told}", cause);
    }

    // What the vendor's guides say of such runs.
    private static string? CauseOf(RunOutcome run) => run switch
    {
        { Status: RunStatus.Cancelled, Took: { } took } when took < Seconds =>
            "a run was cancelled within seconds: the credentials of the integration, or code of an evaluator that does not keep its contract",
        { Status: RunStatus.Cancelled, Took: not null } => "a run was cancelled after minutes: the name of the model, or its key",
        { Status: RunStatus.Cancelled } => "the credentials, the model or its key, or code of an evaluator that does not keep its contract",
        { Status: RunStatus.Failed } => null,
        { Errors: > 0 } => "the model of the judge or its key, or labels that its prompt spells otherwise than its classification_choices",
        _ => "a mapped path that is on none of the selected spans, or a variable of the template without a mapping",
    };

    private static string Counts(double count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(double count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Shown(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
