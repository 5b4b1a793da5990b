using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>Facts about a run that the judgement of suppressions depends on.</summary>
/// <param name="Today">The day, in UTC.</param>
public sealed record SuppressionTerms(DateTime Today)
{
    /// <summary>The IDs of the rules that must not be suppressed.</summary>
    public IReadOnlyCollection<string> Locked { get; init; } = [];

    /// <summary>Whether the rules that need live data had it for every task, so that having no findings is meaningful.</summary>
    public bool HasLive { get; init; }

    /// <summary>Whether a rule was enabled in a file, so that having no findings there is meaningful.</summary>
    public Func<Rule, string, bool> IsInForce { get; init; } = (rule, _) => rule.DefaultSeverity != Severity.None;

    /// <summary>The position of each file, so that findings on suppressions are sorted among the findings of their file.</summary>
    public IReadOnlyDictionary<string, int> Files { get; init; } = new Dictionary<string, int>();

    internal bool IsLocked(Rule rule) => Locked.Contains(rule.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a rule without findings in a file was run and found nothing there.</summary>
    internal bool IsJudged(Rule rule, string file) => (HasLive || !rule.Traits.NeedsLive) && IsInForce(rule, file);
}
