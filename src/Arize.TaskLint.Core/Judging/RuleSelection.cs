using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Core.Judging;

/// <summary>The rules that a run is to have.</summary>
/// <param name="only">The only rules that are wanted; null for all.</param>
/// <param name="skipped">The rules that are left out.</param>
public sealed class RuleSelection(IReadOnlyCollection<Rule>? only, IReadOnlyCollection<Rule> skipped)
{
    private readonly HashSet<Rule>? only = only is null ? null : [.. only];
    private readonly HashSet<Rule> skipped = [.. skipped];

    /// <summary>Every rule.</summary>
    public static RuleSelection All { get; } = new(null, []);

    /// <summary>Whether rules were named that are to be shown.</summary>
    public bool NamesWanted => only is not null;

    /// <summary>Whether a rule is wanted.</summary>
    public bool Includes(Rule rule) => (only is null || only.Contains(rule)) && !Skips(rule);

    /// <summary>Whether a rule is left out by name.</summary>
    public bool Skips(Rule rule) => skipped.Contains(rule);
}
