using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Patterns;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Remedies;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Core.Judging;

/// <summary>
/// Compares declarations with a snapshot where nothing else is known: no clock, no environment, no settings, and only some of the declarations. It
/// reports drift and missing tasks. What cannot be determined is not reported.
/// </summary>
public sealed class SnapshotCheck
{
    private readonly Snapshot snapshot;

    /// <summary>Creates a check.</summary>
    /// <param name="snapshot">The snapshot; nobody else uses it.</param>
    public SnapshotCheck(Snapshot snapshot) => this.snapshot = snapshot ?? throw new ArgumentNullException(nameof(snapshot));

    /// <summary>Why the snapshot says nothing of any task, as a message; otherwise null.</summary>
    public string? Lack => snapshot.Lack;

    /// <summary>Compares tasks. Several threads may call it.</summary>
    /// <param name="tasks">The declarations.</param>
    /// <param name="isCode">Whether they are code; else they are YAML.</param>
    /// <returns>The findings in the order of the tasks, each with the change that takes the live value if there is one.</returns>
    public IReadOnlyList<Finding> Check(IReadOnlyList<TaskDeclaration> tasks, bool isCode)
    {
        if (tasks is null)
            throw new ArgumentNullException(nameof(tasks));
        List<TaskDeclaration> known = [.. tasks.Select(Known)];
        // A snapshot finds the tasks of one call after the other; nothing here takes long.
        lock (snapshot)
        {
            var cases = snapshot.Find(known, declared: new SpaceSettings { IsPartlyKnown = true });
            return [.. cases.SelectMany(one => Check(one, isCode))];
        }
    }

    // A variable may have another value elsewhere than its default.
    private static TaskDeclaration Known(TaskDeclaration task) => task.View.Node.HoldsVariables
        ? new Binder().BindTask((MappingNode)VariableText.Veiled(task.View.Node), task.Document)
        : task;

    // One by one: that all of them are missing says nothing of a key.
    private static IEnumerable<Finding> Check(TaskCase one, bool isCode)
    {
        if (one.Live is not (LiveAnswer.Found or LiveAnswer.Missing))
            return [];
        // Without a clock, what is accepted until a day is accepted.
        var check = new DriftCheck(isStrict: false, DateTime.MinValue) { Patterns = new PatternRun() };
        var (results, findings) = check.Check([one]);
        // What the API could not have said of such a task would be an error in the declaration.
        var wrong = new Lazy<IReadOnlyList<FieldPath>>(() => one.Live is LiveAnswer.Found { Task: var live }
            ? [.. new Binder().BindTask(live.Node).Problems.Where(problem => problem is not DeclaredServerField).Select(problem => problem.Path)]
            : []);
        bool IsSound(Change change) => change.Path.Key?.Length != 0 && !wrong.Value.Any(path => IsAtOrBelow(path, change.Path));
        return findings
            .Where(finding => (finding.Rule == Drift.Rule || finding.Rule == TaskExists.Rule) && !finding.IsSuppressed
                && finding.Change?.IsFilled != true)
            .Select(finding => finding.Change is { } change
                ? Named(finding, one.Declared, isCode).FixedBy(
                    IsSound(change) ? FixOf(one.Declared, change, results[0].Changes, isCode) : null)
                : finding);
    }

    // A call of code may run for several tasks, and an anchor may be used by them.
    private static Finding Named(Finding finding, TaskDeclaration task, bool isCode) =>
        task.Label is { } label && (isCode || task.IsOutside(finding.Place))
            ? finding with { Message = $"{finding.Message}; task '{LongName.Of(label)}'" }
            : finding;

    private static bool IsAtOrBelow(FieldPath? path, FieldPath other)
    {
        while (path is not null && !path.Equals(other))
            path = path.Parent;
        return path is not null;
    }

    private static Together? FixOf(TaskDeclaration task, Change change, IReadOnlyList<Change> all, bool isCode)
    {
        // An entry that comes or goes moves the others of a list in which only positions tell them apart.
        var list = change.Path.UpToPosition();
        if (!list.Equals(change.Path)
            && all.Where(other => other.Path.UpToPosition().Equals(list)).ToList() is { Count: > 1 } inList
            && inList.Exists(other => other.Path.Key is not null && other.Kind != ChangeKind.Changed))
        {
            return null;
        }

        var parts = new TakenValue(task, isCode).Of(change, out _);
        return parts.Count > 0 ? new Together($"Take the live value of '{change.Path.ToDisplay()}'", parts) : null;
    }
}
