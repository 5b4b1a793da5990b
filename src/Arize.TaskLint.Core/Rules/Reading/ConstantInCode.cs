using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1013: a value that is known only at run time. Where the code is read and not run, no rule can check it.</summary>
public sealed class ConstantInCode()
    : ProblemRule<NotConstant>("ATL1013", Severity.Silent, "C#: the value is no constant", new RuleTraits { IsForCodeOnly = true })
{
    /// <inheritdoc/>
    protected override string Message(NotConstant problem) => problem.IsBuilder
        ? "what this code does to the task cannot be followed, so the task is checked as a whole only when the tool runs this code"
        : "the value is no constant, so it is checked only when the tool runs this code";
}
