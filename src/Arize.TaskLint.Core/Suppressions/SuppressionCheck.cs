using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Rules.Suppressions;

namespace Arize.TaskLint.Core.Suppressions;

/// <summary>Marks the findings that are suppressed, and reports suppressions that suppress nothing or have expired.</summary>
/// <param name="suppressions">The suppressions of all files that were read.</param>
public sealed class SuppressionCheck(IReadOnlyList<Suppression> suppressions, SuppressionTerms terms)
{
    private readonly HashSet<Suppression> used = new(ByIdentity.Instance);
    private readonly SuppressionIndex index = new(suppressions.Where(one => one.IsInForce(terms.Today)));

    /// <summary>The findings, those that are suppressed marked as such, and among them the findings on the suppressions themselves.</summary>
    public IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        if (suppressions.Count == 0)
            return findings;
        List<Finding> marked = [.. findings.Select(Marked)];
        // Findings on suppressions can be suppressed by their own ID, but findings on those suppressions cannot.
        var (ofRules, ofSuppressions) = (new List<Suppression>(), new List<Suppression>());
        var inYaml = suppressions.Where(one => !one.IsInCode).GroupBy(one => one.File);
        foreach (var one in inYaml.SelectMany(file => file.OrderBy(one => one.Place.Start)))
            (one.RuleId is "ATL9001" or "ATL9002" ? ofSuppressions : ofRules).Add(one);

        List<Finding> judged = [.. ofRules.Select(Judge).OfType<Finding>().Select(Marked)];
        judged.AddRange(ofSuppressions.Select(Judge).OfType<Finding>());
        return Merge(marked, [.. judged.OrderBy(Position)]);
    }

    // Findings are in the order of the files and of their text; those of the live side follow, in an order of their own.
    private List<Finding> Merge(List<Finding> findings, List<Finding> judged)
    {
        if (judged.Count == 0)
            return findings;
        var merged = new List<Finding>(findings.Count + judged.Count);
        var next = 0;
        for (var i = 0; i < findings.Count; i++)
        {
            var startsAnew = i > 0 && Position(findings[i]).CompareTo(Position(findings[i - 1])) < 0;
            while (next < judged.Count && (startsAnew || Position(judged[next]).CompareTo(Position(findings[i])) < 0))
                merged.Add(judged[next++]);
            merged.Add(findings[i]);
        }

        merged.AddRange(judged.Skip(next));
        return merged;
    }

    private (int File, int Start) Position(Finding finding) => finding.Place.File is not { } file ? (-1, 0)
        : (terms.Files.TryGetValue(file.Path, out var position) ? position : int.MaxValue, finding.Place.Start);

    private Finding Marked(Finding finding)
    {
        if (terms.IsLocked(finding.Rule))
            return finding;
        Suppression? first = null;
        foreach (var covering in index.Covering(finding))
        {
            first ??= covering;
            used.Add(covering);
        }

        return first is null ? finding : finding with { Accepted = first.Acceptance };
    }

    private Finding? Judge(Suppression suppression)
    {
        var rule = suppression.RuleId is { } id ? RuleCatalogue.Find(id) : null;
        if (!suppression.IsInForce(terms.Today))
            return SuppressionInForce.Rule.Report(suppression);
        if (used.Contains(suppression))
            return null;
        if (rule is { Traits.IsAlwaysTold: true })
            return SuppressionMatches.Rule.ReportFirm(suppression, $"{rule.Id} cannot be suppressed: what was not determined is not known");
        if (rule is not null && terms.IsLocked(rule))
            return SuppressionMatches.Rule.ReportFirm(suppression, $"{rule.Id} is locked by the settings, so it cannot be suppressed");
        var idle = SuppressionMatches.Rule.Report(suppression);
        // Ignore entries are checked against live tasks only, so suppressions of their findings are known to be unnecessary only then.
        var isJudged = rule is not null && rule != SuppressionMatches.Rule ? terms.IsJudged(rule, suppression.File) : terms.HasLive;
        // On another machine, the variable may have another value.
        if (isJudged && suppression.Place.File?.HasVariable(suppression.FirstLine, suppression.LastLine) != true)
            return idle;
        // Another run may report it, and needs the suppression.
        Marked(idle);
        return null;
    }

    // Two comments may be equal on the same line, such as in a document that is read twice.
    private sealed class ByIdentity : IEqualityComparer<Suppression>
    {
        internal static readonly ByIdentity Instance = new();

        public bool Equals(Suppression? one, Suppression? other) => ReferenceEquals(one, other);

        public int GetHashCode(Suppression one) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(one);
    }
}
