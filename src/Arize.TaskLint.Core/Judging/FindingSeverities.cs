using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;
using Arize.TaskLint.Core.Suppressions;

namespace Arize.TaskLint.Core.Judging;

/// <summary>
/// The severity of each finding: the selection of rules, over the settings of the team, over those of the finding's file, over the rule's own.
/// </summary>
public sealed class FindingSeverities
{
    private readonly Dictionary<(Rule Rule, string File), SetSeverity?> setInFiles = [];

    /// <summary>The rules of the run.</summary>
    public RuleSelection Selection { get; init; } = RuleSelection.All;

    /// <summary>The severities that the team sets.</summary>
    public IReadOnlyDictionary<Rule, SetSeverity> Set { get; init; } = new Dictionary<Rule, SetSeverity>();

    /// <summary>The IDs of the rules that only the team's settings change.</summary>
    public IReadOnlyCollection<string> Locked { get; init; } = [];

    /// <summary>What the team asks of its tasks; it turns rules on.</summary>
    public PolicySet Policies { get; init; } = PolicySet.Empty;

    /// <summary>The severities of drift by path.</summary>
    public DriftSeverities Drift { get; init; } = DriftSeverities.Empty;

    /// <summary>
    /// The severity that <c>.editorconfig</c> sets for a rule in a file, by what findings call the file; it is asked once for each.
    /// </summary>
    public Func<Rule, string, SetSeverity?> InFile { get; init; } = (_, _) => null;

    /// <summary>Whether anything may come of a rule's findings; if not, it need not be run.</summary>
    public bool IsWanted(Rule rule) => Selection.Includes(rule) && !(Set.TryGetValue(rule, out var set) && set.Severity == Severity.None);

    /// <summary>Whether nobody may suppress a rule.</summary>
    public bool IsLocked(Rule rule) => Locked.Contains(rule.Id);

    /// <summary>
    /// The findings with their severities. What is off stays among them, with <see cref="Severity.None"/>: a suppression of it is not idle.
    /// </summary>
    public IReadOnlyList<Finding> Weigh(IReadOnlyList<Finding> findings)
    {
        if (findings is null)
            throw new ArgumentNullException(nameof(findings));
        var weighed = new Finding[findings.Count];
        for (var i = 0; i < weighed.Length; i++)
        {
            var severity = Of(findings[i]);
            weighed[i] = severity == findings[i].Severity ? findings[i] : findings[i] with { Severity = severity };
        }

        return weighed;
    }

    /// <summary>The severity of a finding; none where it is switched off.</summary>
    public Severity Of(Finding finding)
    {
        if (finding is null)
            throw new ArgumentNullException(nameof(finding));
        // What could not be determined is told whatever anybody wants to hear.
        if (finding.Rule.Traits.IsAlwaysTold)
            return finding.Severity;
        if (!Selection.Includes(finding.Rule))
            return Severity.None;
        if (finding.Breaks is { } broken && (Selection.Skips(broken) || SetFor(broken, FileOf(finding))?.Severity == Severity.None))
            return Severity.None;
        if (finding.Change is { } change && Drift.Of(change) is { } ofPath)
            return ofPath;
        var severity = SetFor(finding.Rule, FileOf(finding))?.Severity ?? finding.Severity;
        return finding.Trial is { IsMild: true } && severity > Severity.Warning ? Severity.Warning : severity;
    }

    /// <summary>The severity of a finding; none also where a suppression of its document accepts it.</summary>
    /// <param name="suppressions">Those that are in force in its document.</param>
    public Severity Of(Finding finding, SuppressionIndex suppressions)
    {
        if (finding is null)
            throw new ArgumentNullException(nameof(finding));
        if (suppressions is null)
            throw new ArgumentNullException(nameof(suppressions));
        return IsLocked(finding.Rule) || !suppressions.Covering(finding).Any() ? Of(finding) : Severity.None;
    }

    /// <summary>The severity that a rule has in a file, and where it was set; <see cref="Place.None"/> where it is the rule's own.</summary>
    /// <param name="file">The file, as findings call it; it need not exist.</param>
    public (Severity Severity, Place Place) Of(Rule rule, string file)
    {
        if (rule is null)
            throw new ArgumentNullException(nameof(rule));
        var turnedOn = Policies.TurnsOn(rule);
        var own = turnedOn is null ? rule.DefaultSeverity : PolicyRule.SeverityWhenSet;
        return SetFor(rule, file) is { } set ? (set.Severity ?? own, set.Place) : (own, turnedOn ?? Place.None);
    }

    private static string? FileOf(Finding finding) => finding.Place.File?.Path;

    private SetSeverity? SetFor(Rule rule, string? file)
    {
        if (rule.Traits.IsAlwaysTold)
            return null;
        if (Set.TryGetValue(rule, out var set))
            return set;
        if (file is null || IsLocked(rule))
            return null;
        // A file may have thousands of findings of one rule.
        if (!setInFiles.TryGetValue((rule, file), out var inFile))
            setInFiles.Add((rule, file), inFile = InFile(rule, file));
        return inFile;
    }
}
