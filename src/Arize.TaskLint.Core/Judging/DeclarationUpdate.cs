using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Remedies;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Writes the live values of tasks into their declaration in YAML, and keeps the rest of the text.</summary>
/// <param name="reader">Reads the text, with the variables of the run.</param>
/// <param name="today">The day, in UTC, by which <c>ignore</c> entries end.</param>
public sealed class DeclarationUpdate(DeclarationReader reader, DateTime today)
{
    // Each round writes what can be written together; a list may gain one entry in each.
    private const int MostRounds = 200;

    /// <summary>The drift that the settings ignore across tasks; it stays.</summary>
    public IgnoreSet Shared { get; init; } = IgnoreSet.Empty;

    /// <summary>The patterns of the run.</summary>
    public PatternRun Patterns { get; init; } = new();

    /// <summary>Which differences are written, by the position of their task in the text; null for all.</summary>
    public Func<int, Change, bool>? Wants { get; init; }

    /// <summary>The text with the live values.</summary>
    /// <param name="file">The text.</param>
    /// <param name="live">The live task of each task in the text, in their order; null for a task that stays as it is.</param>
    public UpdatedText Update(SourceFile file, IReadOnlyList<LiveAnswer.Found?> live)
    {
        if (live is null)
            throw new ArgumentNullException(nameof(live));
        var first = Read(file, live);
        if (first is null)
            return new UpdatedText(file.Text, [], []);
        // A list whose entries only their positions tell apart is taken as a whole, or not at all.
        var whole = new HashSet<(int, FieldPath)>();
        while (true)
        {
            var result = Update(file, live, first, whole);
            var before = whole.Count;
            whole.UnionWith(result.Left.Where(one => !one.Change.Path.UpToPosition().Equals(one.Change.Path))
                .Select(one => (first.FindIndex(task => ReferenceEquals(task.Task, one.Task)), one.Change.Path.UpToPosition())));
            if (whole.Count == before)
                return result;
        }
    }

    private UpdatedText Update(
        SourceFile file, IReadOnlyList<LiveAnswer.Found?> live, List<Reading> first, HashSet<(int Task, FieldPath List)> refused)
    {
        var budget = new RereadBudget(file.Text.Length * 16);
        var now = first;
        var useless = new HashSet<(int Task, FieldPath Path)>();
        for (var round = 0; round < MostRounds; round++)
        {
            var wanted = Wanted(now, useless).FindAll(one => !refused.Contains((one.Task, one.Change.Path.UpToPosition())));
            if (wanted.Count == 0)
                break;
            var source = now[0].Task.View.Node.Place.File!;
            var text = new YamlFixWriter(source, wanted.SelectMany(one => one.Fixes), budget).Apply(out var count, out var made);
            if (count == 0 || Read(new SourceFile(file.Path, text), live) is not { } next)
                break;
            // A value that is written, and read in another way, is not written.
            var failed = wanted.Where(one => one.Fixes.Any(made.Contains) && next[one.Task].Has(one.Change)).ToList();
            if (failed.Count > 0)
                useless.UnionWith(failed.Select(one => (one.Task, one.Change.Path)));
            else if (Count(next) < Count(now))
                now = next;
            else
                break;
        }

        return Result(first, now);
    }

    private static List<(int Task, Change Change, IReadOnlyList<Fix> Fixes)> Wanted(List<Reading> tasks, HashSet<(int, FieldPath)> useless) =>
    [
        .. from i in Enumerable.Range(0, tasks.Count)
           from one in tasks[i].Differences
           where one.Fixes.Count > 0 && !useless.Contains((i, one.Change.Path))
           select (i, one.Change, one.Fixes),
    ];

    private static int Count(List<Reading> tasks) => tasks.Sum(task => task.Differences.Count);

    private static UpdatedText Result(IReadOnlyList<Reading> first, IReadOnlyList<Reading> last)
    {
        var (taken, left) = (new List<UpdatedValue>(), new List<UpdatedValue>());
        for (var i = 0; i < first.Count; i++)
        {
            var open = new HashSet<FieldPath>(last[i].Differences.Select(one => one.Change.Path));
            var before = first[i].Differences.ToLookup(one => one.Change.Path, one => one.Change);
            taken.AddRange(first[i].Differences.Where(one => !open.Contains(one.Change.Path))
                .Select(one => new UpdatedValue(first[i].Task, one.Change, null)));
            left.AddRange(last[i].Differences.Select(one =>
                new UpdatedValue(first[i].Task, before[one.Change.Path].FirstOrDefault() ?? one.Change, one.Reason ?? Unsafe)));
        }

        var text = last.Count > 0 && last[0].Task.View.Node.Place.File is { } file ? file.Text : "";
        return new UpdatedText(text, taken, left);
    }

    private const string Unsafe = "it cannot be written there without a change of an anchor, a comment or another value; write it by hand";

    private List<Reading>? Read(SourceFile file, IReadOnlyList<LiveAnswer.Found?> live)
    {
        var document = reader.Read(file);
        if (document.Tasks.Count != live.Count || live.All(one => one is null))
            return null;
        var tasks = new List<Reading>();
        for (var i = 0; i < live.Count; i++)
        {
            var task = document.Tasks[i];
            tasks.Add(new Reading(task, live[i] is { } found ? Differences(i, task, found) : []));
        }

        return tasks;
    }

    private List<Difference> Differences(int position, TaskDeclaration task, LiveAnswer.Found found)
    {
        var live = new TaskDeclaration(found.Task, isPartial: task.IsPartial) { IsLive = true };
        var (changes, _) = new TaskComparer(found.Names, isStrict: false, Patterns).Compare(task, live);
        if (changes.Count == 0)
            return [];
        var ignored = new IgnoreIndex(Shared.Of(task), entry => entry.IsInForce(today));
        var taken = new TakenValue(task);
        var all = new List<Difference>();
        foreach (var change in changes)
        {
            if (ignored.Find(change)?.IsInForce(today) == true || Wants?.Invoke(position, change) == false)
                continue;
            var fixes = taken.Of(change, out var reason);
            all.Add(new Difference(change, fixes, reason));
        }

        return all;
    }

    private sealed record Reading(TaskDeclaration Task, IReadOnlyList<Difference> Differences)
    {
        // Positions in a list move, and the live values stay.
        internal bool Has(Change change) => change.Live is not null
            && Differences.Any(one => ReferenceEquals(one.Change.Live, change.Live) && one.Change.Path.Equals(change.Path));
    }

    private sealed record Difference(Change Change, IReadOnlyList<Fix> Fixes, string? Reason);
}

/// <summary>A text with live values in it.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Taken">The differences that ended.</param>
/// <param name="Left">The differences that are left, each with the reason.</param>
public sealed record UpdatedText(string Text, IReadOnlyList<UpdatedValue> Taken, IReadOnlyList<UpdatedValue> Left);

/// <summary>A difference that was to end.</summary>
/// <param name="Task">The declaration.</param>
/// <param name="Change">The difference, with its place in the text as it was.</param>
/// <param name="Reason">Why it is left; null where it ended.</param>
public sealed record UpdatedValue(TaskDeclaration Task, Change Change, string? Reason);
