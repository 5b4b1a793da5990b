using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1010: a variable that is not set, so that the value is not known.</summary>
/// <remarks>The variables are those of the machine that the tool runs on, so that no compiler can judge the rule.</remarks>
public sealed class VariableIsSet()
    : ProblemRule<UnsetVariable>("ATL1010", Severity.Warning, "A ${VAR} is not set and has no default", new RuleTraits { IsForToolOnly = true })
{
    /// <inheritdoc/>
    // A variable in place of a task.
    protected override bool LosesDeclarations(UnsetVariable problem) => problem.Task is null && problem.Path.Parent is null;

    /// <inheritdoc/>
    protected override string Message(UnsetVariable problem)
    {
        var name = LongName.Of(problem.Variable);
        return $"the environment variable '{name}' is not set and has no default, so the value is unknown; set it, or write ${{{name}:default}}";
    }
}
