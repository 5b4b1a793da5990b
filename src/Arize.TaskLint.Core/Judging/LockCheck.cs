using System.Globalization;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Live;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Compares the latest versions of the evaluators that declared tasks run unpinned with a lock.</summary>
/// <param name="known">The lock.</param>
public sealed class LockCheck(EvaluatorLock known)
{
    private const int MostNamed = 3;

    /// <summary>Whether evaluators that cannot be read, or do not exist, are reported by others already.</summary>
    public bool IsUnreadReported { get; init; }

    /// <summary>What there is to say.</summary>
    /// <param name="evaluators">The evaluators that the tasks refer to, with what was found of them.</param>
    public IReadOnlyList<Finding> Check(IReadOnlyList<AttachedEvaluator> evaluators)
    {
        var moved = new SharedFindings();
        var open = new List<(EvaluatorReference Reference, string Reason)>();
        foreach (var (reference, answer) in evaluators.Where(one => IsUnpinned(one.Reference)))
        {
            if (answer is EvaluatorAnswer.Found { Evaluator: { } evaluator, Version: { Id: not null } latest })
            {
                if (known.Find(evaluator.Id) is not { } locked)
                    open.Add((reference, $"no entry in {known.Label}; write the lock again with 'tasklint snapshot --lock {known.Label}'"));
                else if (locked.VersionId != latest.Id)
                    moved.Add(reference.Task, LatestVersionStays.Rule.Report(reference, locked, latest, known.Label));
            }
            else if (WhyUnknown(answer) is { } reason)
            {
                open.Add((reference, reason));
            }
        }

        return [.. moved.All, .. open.GroupBy(one => one.Reason, one => one.Reference, StringComparer.Ordinal).Select(Open)];
    }

    /// <summary>The entry of an evaluator as the lock is written; null if the task is pinned, or its latest version is not known.</summary>
    public static LockedEvaluator? EntryOf(AttachedEvaluator one) =>
        IsUnpinned(one.Reference) && one.Answer is EvaluatorAnswer.Found { Evaluator: { } evaluator, Version: { Id: { } id } latest }
            ? new LockedEvaluator(evaluator.Id, evaluator.Name, id, latest.Commit)
            : null;

    /// <summary>Whether a task runs the latest version of an evaluator, whichever that is.</summary>
    public static bool IsUnpinned(EvaluatorReference reference) => reference is { IsVersionKnown: true, Version: null };

    private string? WhyUnknown(EvaluatorAnswer answer) => answer switch
    {
        EvaluatorAnswer.Found { VersionUnknown.Reason: var reason } when !IsUnreadReported => reason,
        EvaluatorAnswer.Found { VersionUnknown: null } => "the answer does not say which version is the latest",
        EvaluatorAnswer.Undetermined { Cause.Reason: var reason } when !IsUnreadReported => reason,
        EvaluatorAnswer.Missing { Reason: var reason } when !IsUnreadReported => reason,
        EvaluatorAnswer.NoSuchName { Reason: var reason } when !IsUnreadReported => reason,
        EvaluatorAnswer.Ambiguous { Ids: var ids } when !IsUnreadReported =>
            $"the name fits {ids.Count.ToString(CultureInfo.InvariantCulture)} evaluators",
        EvaluatorAnswer.Untold => "the snapshot does not have it with its latest version; save it with 'tasklint snapshot'",
        _ => null,
    };

    private Finding Open(IGrouping<string, EvaluatorReference> group)
    {
        var first = group.First();
        var labels = group.Select(reference => reference.LiveLabel).Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", labels.Take(MostNamed).Select(label => $"'{label}'")) + (labels.Count > MostNamed ? " …" : "");
        var what = labels.Count == 1
            ? $"the latest version of the evaluator {named}"
            : $"the latest versions of {labels.Count.ToString(CultureInfo.InvariantCulture)} evaluators ({named})";
        var field = first.Declared.Evaluator.Field;
        return Determined.Rule.Report(
            first.Task, field.Head, field.Path, $"whether {what} moved since {known.Label} was written is not known: {group.Key}");
    }
}
