using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Policies;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules;

/// <summary>A rule that holds tasks to what a team asks of them: off until a policy in <c>tasklint.yaml</c> sets it.</summary>
/// <param name="id">The ID, <c>ATLnnnn</c>.</param>
/// <param name="field">The field of a policy that sets the rule.</param>
/// <param name="title">What it says, in one line for lists of rules.</param>
public abstract class PolicyRule(string id, FieldSpec field, string title)
    : Rule(id, Severity.None, title, new RuleTraits { NeedsSettings = true, IsForToolOnly = true })
{
    /// <summary>How much its findings weigh once a policy sets it: a team that writes a policy down means it.</summary>
    public const Severity SeverityWhenSet = Severity.Error;

    /// <summary>The field of a policy that sets the rule.</summary>
    public FieldSpec Field { get; } = field;

    /// <summary>A cheap look at a task that spares the rest: false where the rule has nothing to say.</summary>
    public virtual bool Concerns(TaskDeclaration task) => true;

    /// <summary>What the rule says of a task that the policy is for.</summary>
    public abstract IEnumerable<Finding> Check(TaskDeclaration task, Policy policy);

    internal bool IsSetBy(Policy policy) => policy[Field].IsKnown && policy[Field].Boolean != false;

    /// <summary>Where the policy asks for it, as messages say it.</summary>
    private protected string Asked(Policy policy) =>
        policy[Field].KeyPlace is { IsKnown: true } place ? place.LineText : "tasklint.yaml";
}
