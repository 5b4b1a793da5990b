using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Policies;

/// <summary>ATL8004: a task whose name does not have the form that the team's names have.</summary>
public sealed class NamedAsPolicyAsks() : PolicyRule("ATL8004", PolicyFields.NamePattern, "A task name that does not match the policy's pattern")
{
    /// <inheritdoc/>
    public override bool Concerns(TaskDeclaration task) => !string.IsNullOrWhiteSpace(task.Name);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TaskDeclaration task, Policy policy)
    {
        if (policy.Allows(task.Name!) is var isAllowed && isAllowed == true)
            yield break;
        var failure = isAllowed is null ? "could not be matched in time with" : "does not match";
        yield return ReportValue(task, task[TaskFields.Name],
            $"the name '{Excerpt.Of(task.ShownName!)}' {failure} '{Excerpt.Of(policy[Field].ShownText!)}', which {Asked(policy)} requires");
    }
}
