namespace Arize.TaskLint.Core.Rules;

/// <summary>
/// The categories of rules, by the first digit of their IDs. <c>dotnet_analyzer_diagnostic.category-Arize.DataSource.severity</c> sets the severity
/// of all rules of one; the prefix distinguishes them from the categories of other analyzers.
/// </summary>
public static class RuleCategory
{
    private const string Prefix = "Arize.";

    /// <summary>Every category, in the order of the digits: 1xxx first.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Prefix + "Reading",
        Prefix + "DataSource",
        Prefix + "Evaluators",
        Prefix + "RunConfiguration",
        Prefix + "Filters",
        Prefix + "TraceAndSession",
        Prefix + "Live",
        Prefix + "Policies",
        Prefix + "Suppressions",
    ];

    /// <summary>The category of a rule's ID, <c>ATLnnnn</c>.</summary>
    public static string Of(string id) => All[id["ATL".Length] - '1'];

    /// <summary>Whether a rule is about what selects spans, or fills variables, so that it may explain what a task judges.</summary>
    public static bool ExplainsTrial(Rule rule) => rule.Category is Prefix + "Filters" or Prefix + "TraceAndSession" || rule.Traits.IsOfMappings;

    /// <summary>Whether a rule is about suppressions and settings: such a rule is suppressed by its ID only, never along with all others.</summary>
    internal static bool IsOfSuppressions(Rule rule) => rule.Category == All[All.Count - 1];
}
