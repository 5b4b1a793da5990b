using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Core.Severities;

namespace Arize.TaskLint.Engine.Settings;

/// <summary>Reads what <c>tasklint.yaml</c> says of rules; what it says of rules that do not exist becomes problems.</summary>
internal static class RuleSettings
{
    /// <summary>What nobody may ask for.</summary>
    internal const string CannotBeChanged = "ATL7004 always counts: what could not be determined may be drift";

    /// <summary>The severities that <c>rules</c> sets, by rule.</summary>
    internal static IReadOnlyDictionary<Rule, SetSeverity> Severities(FieldValue field, List<Problem> problems)
    {
        var severities = new Dictionary<Rule, SetSeverity>();
        var firsts = new Dictionary<Rule, Entry>();
        foreach (var entry in field.Entries)
        {
            if (Find(entry.Key, problems) is not { } rule)
                continue;
            // In another letter case, it is the same rule.
            if (!firsts.TryAdd(rule, entry))
                problems.Add(new RepeatedKey(entry, field.Path.Field(entry.Key.Text), (MappingNode)field.Node!, firsts[rule]));
            if (entry.Value is not ScalarNode { IsNull: false } word)
                problems.Add(SeverityWord.Unknown(entry.Key.Place, rule.Id, "null"));
            else if (!SeverityWord.TryRead(word.Text, out var severity))
                problems.Add(SeverityWord.Unknown(word.Place, rule.Id, word.ShownText));
            else if (rule.Traits.IsAlwaysTold)
                problems.Add(new UnknownSetting(entry.Key.Place, CannotBeChanged));
            else
                severities[rule] = new SetSeverity(severity, entry.Key.Place);
        }

        return severities;
    }

    /// <summary>The rules that <c>locked</c> names.</summary>
    internal static IReadOnlyList<Rule> Locked(FieldValue field, List<Problem> problems) =>
    [
        .. (field.Node is ScalarNode single && field.IsKnown ? [single] : field.Items.OfType<ScalarNode>())
            .Select(node => Find(node, problems)).OfType<Rule>(),
    ];

    private static Rule? Find(ScalarNode node, List<Problem> problems)
    {
        if (RuleCatalogue.Find(node.Text) is { } rule)
            return rule;
        problems.Add(UnknownSetting.Rule(node.Place, node.ShownText, RuleCatalogue.All.Select(one => one.Id)));
        return null;
    }
}
