using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1004: a key that stands twice; readers disagree on which one counts.</summary>
public sealed class KeyOnce() : ProblemRule<RepeatedKey>("ATL1004", Severity.Error, "A key given twice")
{
    /// <inheritdoc/>
    protected override string Message(RepeatedKey problem) =>
        $"'{Excerpt.Of(problem.Name)}' stands here already, on line {problem.First.StartPosition.Line}; which one counts differs from reader to reader";
}
