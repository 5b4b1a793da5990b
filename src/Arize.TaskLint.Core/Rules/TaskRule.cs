using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over each task by itself.</summary>
public abstract class TaskRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : Rule(id, defaultSeverity, title, traits)
{
    /// <summary>
    /// A cheap look at a task that spares the rest: false where the rule has nothing to say. Most rules have nothing to say of most tasks,
    /// and ten thousand tasks are read in a fraction of a second.
    /// </summary>
    public virtual bool Concerns(TaskDeclaration task) => true;

    /// <summary>What the rule says of a task that it concerns.</summary>
    public abstract IEnumerable<Finding> Check(TaskDeclaration task);
}
