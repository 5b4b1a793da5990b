using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1009: an empty or blank text that is required.</summary>
public sealed class TextWhereNeeded() : ProblemRule<BlankText>("ATL1009", Severity.Error, "An empty or blank text where one is needed")
{
    /// <inheritdoc/>
    protected override string Message(BlankText problem) =>
        problem.Field.Kind == ValueKind.TextList ? $"an entry of '{problem.Field.Word}' is blank" : $"'{problem.Field.Word}' is blank";
}
