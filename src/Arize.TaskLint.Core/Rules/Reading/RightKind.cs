using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1002: a value of the wrong kind.</summary>
public sealed class RightKind() : ProblemRule<WrongKind>("ATL1002", Severity.Error, "A value of the wrong kind", new RuleTraits { HasFix = true })
{
    /// <inheritdoc/>
    protected override string Message(WrongKind problem)
    {
        var actual = problem.Written is null ? problem.Actual : $"{problem.Actual} '{problem.Written}'";
        var advice = problem.Advice is null ? "" : $"; {problem.Advice}";
        return $"{problem.Subject} must be {problem.Expected}, but is {actual}{advice}";
    }

    /// <inheritdoc/>
    // Neither a list of tasks nor a task, where one is expected.
    protected override bool LosesDeclarations(WrongKind problem) =>
        problem.Task is null && (problem.Path.Parent is null || problem.Path.Name == DocumentFields.Tasks.Name);

    /// <inheritdoc/>
    protected override string? ExampleOf(WrongKind problem) => problem.Example;

    /// <inheritdoc/>
    protected override Fix? FixOf(WrongKind problem) =>
        problem is { Value: { } value, Replacement: { } replacement }
            ? new ReplaceScalar($"Write {replacement}", value, replacement, IsText: false)
            : null;
}
