using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1012: a reference both by ID and by name; they may diverge.</summary>
public sealed class ReferenceOnce() : ProblemRule<TwofoldReference>("ATL1012", Severity.Error, "A reference given both by ID and by name")
{
    /// <inheritdoc/>
    protected override string Message(TwofoldReference problem) =>
        $"'{problem.ById.Word}' and '{problem.ByName.Word}' say the same thing twice; keep one of them";
}
