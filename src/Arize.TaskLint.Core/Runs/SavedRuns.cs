using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Core.Runs;

/// <summary>The runs of a snapshot, by their tasks.</summary>
public sealed class SavedRuns
{
    private readonly ILookup<string, RunOutcome> byTask;
    private readonly Snapshot snapshot;

    /// <param name="snapshot">The snapshot, with all its files.</param>
    public SavedRuns(Snapshot snapshot)
    {
        this.snapshot = snapshot;
        byTask = snapshot.RunLists.SelectMany(RunOutcome.Read).Where(run => run.Task is not null).ToLookup(run => run.Task!, StringComparer.Ordinal);
        Latest = new[] { snapshot.LatestUpdate, snapshot.LatestRun, byTask.SelectMany(runs => runs).Max(run => run.Latest) }.Max();
    }

    /// <summary>The latest time of any task and any run; null if there is none. The snapshot was saved then or later.</summary>
    public DateTimeOffset? Latest { get; }

    /// <summary>The runs of the live tasks that can be dead, by the ID of the task.</summary>
    /// <param name="tasks">The live tasks.</param>
    public IReadOnlyDictionary<string, LiveRuns> Of(IEnumerable<ObjectView> tasks)
    {
        var all = new Dictionary<string, LiveRuns>(StringComparer.Ordinal);
        foreach (var task in tasks.Where(TaskHealth.Concerns))
        {
            if (task[TaskFields.Id].Text is { } id)
                all[id] = new LiveRuns([.. byTask[id]], byTask.Contains(id) ? null : WhyUnknown(id));
        }

        return all;
    }

    private LiveFailure? WhyUnknown(string id) =>
        snapshot.HasAllRunsOf(id) ? null
        : snapshot.IsWithoutRunsOf(id) ? new LiveFailure(
            $"{snapshot.Label} has not its runs, since they could not be read when the snapshot was made", IsShared: false)
        : new LiveFailure($"{snapshot.Label} does not have its runs; save them with 'tasklint snapshot --health'", IsShared: false);
}
