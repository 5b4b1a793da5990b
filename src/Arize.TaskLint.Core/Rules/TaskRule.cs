using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule over each task by itself.</summary>
public abstract class TaskRule(string id, Severity defaultSeverity, string title, RuleTraits? traits = null)
    : Rule(id, defaultSeverity, title, traits)
{
    /// <summary>
    /// A cheap test of whether the rule applies to a task. Most rules do not apply to most tasks, and ten thousand tasks are checked in a fraction of
    /// a second.
    /// </summary>
    public virtual bool Concerns(TaskDeclaration task) => true;

    /// <summary>The findings on a task that the rule applies to.</summary>
    public abstract IEnumerable<Finding> Check(TaskDeclaration task);
}
