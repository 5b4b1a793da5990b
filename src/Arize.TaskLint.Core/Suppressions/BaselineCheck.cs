using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>Marks the findings that a baseline accepts, and reports its entries that match no finding.</summary>
/// <param name="fileOf">The name of a finding's file in the baseline.</param>
/// <param name="wasRead">Whether the run has read a file of the baseline, or knows that it is gone.</param>
public sealed class BaselineCheck(Baseline baseline, Func<Finding, string> fileOf, SuppressionTerms terms, Func<string, bool> wasRead)
{
    private static readonly Acceptance InBaseline = new(AcceptanceKind.Baseline, "accepted by the baseline", null);

    private readonly string?[] renewed = new string?[baseline.Entries.Count];
    private readonly bool hasFirst = baseline.Entries.Any(entry => !entry.Fingerprint.StartsWith(Fingerprint.Prefix, StringComparison.Ordinal));
    private readonly int[] matches = new int[baseline.Entries.Count];

    /// <summary>The findings, those that the baseline accepts marked as suppressed.</summary>
    public IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        var left = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < baseline.Entries.Count; i++)
        {
            if (!left.TryGetValue(baseline.Entries[i].Fingerprint, out var entries))
                left.Add(baseline.Entries[i].Fingerprint, entries = new Queue<int>());
            entries.Enqueue(i);
        }

        return [.. findings.Select(finding => Accepts(finding, left) ? finding with { Accepted = InBaseline } : finding)];
    }

    /// <summary>Whether the task of an entry was tried on a sample. Another sample may show more, so that none is reported as unused.</summary>
    public Func<BaselineEntry, bool> WasTried { get; init; } = _ => false;

    /// <summary>How many findings an entry has matched, and whether that number is final.</summary>
    public (int Matches, bool IsJudged) this[int entry] =>
        (matches[entry], IsJudged(baseline.Entries[entry]) || IsTried(baseline.Entries[entry]));

    /// <summary>Whether an entry is about what a sample shows.</summary>
    public static bool NeedsSample(BaselineEntry entry) => RuleCatalogue.Find(entry.RuleId) is { Traits.NeedsSample: true };

    /// <summary>The current fingerprint of an entry that has one of an earlier version and was matched; otherwise null.</summary>
    public string? RenewedFingerprint(int entry) => renewed[entry];

    /// <summary>The findings on entries that match nothing, or less than they accept.</summary>
    public IEnumerable<Finding> Unused()
    {
        for (var i = 0; i < baseline.Entries.Count; i++)
        {
            var entry = baseline.Entries[i];
            if (matches[i] < entry.Count && IsJudged(entry))
                yield return SuppressionMatches.Rule.Report(entry.Place, Message(entry, matches[i]));
        }
    }

    private bool Accepts(Finding finding, Dictionary<string, Queue<int>> left)
    {
        if (left.Count == 0 || !Baseline.CanHold(finding) || terms.IsLocked(finding.Rule))
            return false;
        var file = fileOf(finding);
        var fingerprint = Fingerprint.Of(finding, file);
        if (!left.TryGetValue(fingerprint, out var entries) || entries.Count == 0)
        {
            if (!hasFirst || !left.TryGetValue(FirstFingerprint.Of(finding, file), out entries) || entries.Count == 0)
                return false;
            renewed[entries.Peek()] = fingerprint;
        }

        var entry = entries.Peek();
        if (++matches[entry] == baseline.Entries[entry].Count)
            entries.Dequeue();
        return true;
    }

    private bool IsJudged(BaselineEntry entry) =>
        wasRead(entry.File) && (RuleCatalogue.Find(entry.RuleId) is not { } rule || terms.IsJudged(rule, entry.File));

    private bool IsTried(BaselineEntry entry) => NeedsSample(entry) && wasRead(entry.File) && WasTried(entry);

    private string Message(BaselineEntry entry, int count)
    {
        var head = $"the baseline's entry for {entry.RuleId} in '{entry.File}'";
        if (RuleCatalogue.Find(entry.RuleId) is { } rule && terms.IsLocked(rule))
            return $"{head} accepts nothing: the rule is locked by the settings";
        return count == 0
            ? $"{head} matches nothing; remove it with 'tasklint baseline prune'"
            : FormattableString.Invariant($"{head} accepts {entry.Count} findings, but {count} are left; lower it with 'tasklint baseline prune'");
    }
}
