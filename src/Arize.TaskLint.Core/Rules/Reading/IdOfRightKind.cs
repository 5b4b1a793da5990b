using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1011: an ID that belongs to another kind of resource. IDs are opaque by promise, so this warns at most.</summary>
public sealed class IdOfRightKind() : ProblemRule<ForeignId>("ATL1011", Severity.Warning, "An ID of another kind of resource")
{
    /// <inheritdoc/>
    protected override string Message(ForeignId problem) =>
        $"'{problem.Field.Word}' holds '{Excerpt.Of(problem.Id)}', "
            + $"which looks like the ID of {problem.Actual.WithArticle}, not of {problem.Field.Refers!.WithArticle}";
}
