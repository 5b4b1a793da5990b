namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over the live side; the comparison asks it for its findings.</summary>
public abstract class LiveRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : Rule(id, defaultSeverity, title, (traits ?? RuleTraits.None) with { NeedsLive = true });
