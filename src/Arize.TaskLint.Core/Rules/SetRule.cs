using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over all declarations of a run together.</summary>
public abstract class SetRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : Rule(id, defaultSeverity, title, traits)
{
    /// <summary>What the rule says of the declarations.</summary>
    /// <param name="tasks">All of them, in the order of the files.</param>
    /// <param name="spaces">Which space each is in.</param>
    public abstract IEnumerable<Finding> Check(IReadOnlyList<TaskHeader> tasks, SpaceSettings spaces);
}
