using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Severities;

namespace Arize.TaskLint.Core.Rules.Suppressions;

/// <summary>ATL9003: a rule or a setting is named that does not exist, so what was meant is not in force.</summary>
public sealed class KnownSetting : Rule
{
    private KnownSetting()
        : base("ATL9003", Severity.Error, "An unknown rule ID or setting")
    {
    }

    /// <summary>The rule.</summary>
    public static KnownSetting Rule { get; } = new();

    /// <inheritdoc/>
    public override bool NeedsSettings => true;

    /// <summary>A rule that does not exist.</summary>
    /// <param name="place">Where it is named.</param>
    /// <param name="id">What it is called there.</param>
    public Finding UnknownRule(Place place, string id) =>
        new(this, place, $"there is no rule '{Excerpt.Of(id)}'{Advice(NearestName.Of(id, RuleCatalogue.All.Select(rule => rule.Id)))}");

    /// <summary>A word that is no severity.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="subject">The rule or the category.</param>
    /// <param name="word">The word.</param>
    public Finding UnknownSeverity(Place place, string subject, string word) =>
        new(this, place, $"the severity of {subject} must be {string.Join(", ", SeverityWord.All)}, but is '{Excerpt.Of(word)}'{Advice(NearestName.Of(word, SeverityWord.All))}");

    /// <summary>A category that does not exist.</summary>
    internal Finding UnknownCategory(Place place, string category) =>
        new(this, place, $"there is no category '{Excerpt.Of(category)}', only {string.Join(", ", RuleCategory.All)}{Advice(NearestName.Of(category, RuleCategory.All))}");

    /// <summary>A setting that does not exist.</summary>
    /// <param name="problem">The key that is not known.</param>
    public Finding UnknownKey(UnknownField problem) =>
        new(this, problem.Place, $"{problem.Spec.Noun} has no setting '{Excerpt.Of(problem.Name)}'{Advice(problem.Nearest is { } nearest ? $"'{nearest}'" : null)}");

    private static string Advice(string? nearest) => nearest is null ? "" : $"; did you mean {nearest}";
}
