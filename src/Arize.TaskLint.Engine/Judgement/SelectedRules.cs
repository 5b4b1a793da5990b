using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Engine.Settings;

namespace Arize.TaskLint.Engine.Judgement;

/// <summary>Reads <c>--only</c> and <c>--skip</c>.</summary>
internal static class SelectedRules
{
    /// <summary>Reads what was given.</summary>
    /// <param name="only">Rules, ranges such as <c>ATL2xxx</c>, or several with commas; none for all rules.</param>
    /// <param name="skip">Rules that are left out.</param>
    /// <exception cref="UsageException">There is no such rule.</exception>
    internal static RuleSelection Read(IReadOnlyList<string> only, IReadOnlyList<string> skip)
    {
        var selection = new RuleSelection(only.Count > 0 ? Read("--only", only) : null, Read("--skip", skip));
        return skip.SelectMany(Words).Any(word => RuleCatalogue.Find(word) is { Traits.IsAlwaysTold: true })
            ? throw new UsageException($"--skip: {RuleSettings.CannotBeChanged}")
            : selection;
    }

    private static HashSet<Rule> Read(string option, IReadOnlyList<string> given)
    {
        var rules = new HashSet<Rule>();
        foreach (var word in given.SelectMany(Words))
        {
            var named = RuleCatalogue.All.Where(rule => IsNamed(rule, word)).ToList();
            if (named.Count == 0)
            {
                var nearest = NearestName.Of(word, RuleCatalogue.All.Select(rule => rule.Id));
                var advice = nearest is null ? "" : $"; did you mean {nearest}";
                throw new UsageException($"{option}: there is no rule '{word}'{advice}; 'tasklint rules' lists them");
            }

            rules.UnionWith(named);
        }

        return rules;
    }

    private static string[] Words(string given) => given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // ATL2003, or ATL2xxx for all whose ID begins so.
    private static bool IsNamed(Rule rule, string word) =>
        word.Length == rule.Id.Length
            && word.AsSpan().TrimEnd("xX") is { Length: > 3 } start
            && rule.Id.AsSpan().StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
