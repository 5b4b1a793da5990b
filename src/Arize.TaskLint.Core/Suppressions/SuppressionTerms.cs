using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>What a run knows when it judges suppressions.</summary>
/// <param name="Today">The day, in UTC.</param>
public sealed record SuppressionTerms(DateTime Today)
{
    /// <summary>The IDs of the rules that nobody may suppress.</summary>
    public IReadOnlyCollection<string> Locked { get; init; } = [];

    /// <summary>Whether the rules that need live data had it for every task, so that their silence means something.</summary>
    public bool HasLive { get; init; }

    /// <summary>Whether a rule was in force in a file, so that its silence there means something.</summary>
    public Func<Rule, string, bool> IsInForce { get; init; } = (rule, _) => rule.DefaultSeverity != Severity.None;

    /// <summary>The position of each file, so that what is said of suppressions stands among the findings of its file.</summary>
    public IReadOnlyDictionary<string, int> Files { get; init; } = new Dictionary<string, int>();

    internal bool IsLocked(Rule rule) => Locked.Contains(rule.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a rule that says nothing in a file has nothing to say there.</summary>
    internal bool IsJudged(Rule rule, string file) => (HasLive || !rule.Traits.NeedsLive) && IsInForce(rule, file);
}
