using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over all declarations of a run together.</summary>
public abstract class SetRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : Rule(id, defaultSeverity, title, traits)
{
    /// <summary>The findings on the declarations as a set.</summary>
    /// <param name="tasks">All of them, in the order of the files.</param>
    /// <param name="spaces">The space of each task.</param>
    public abstract IEnumerable<Finding> Check(IReadOnlyList<TaskHeader> tasks, SpaceSettings spaces);
}
