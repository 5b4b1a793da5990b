using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1006: a word that the enum does not have.</summary>
public sealed class KnownWord() : ProblemRule<UnknownWord>("ATL1006", Severity.Error, "A value that its enum does not have")
{
    /// <inheritdoc/>
    protected override string Message(UnknownWord problem)
    {
        var words = problem.Field.Enum!.Words;
        var nearest = NearestName.Of(problem.Word, words);
        var advice = nearest is null ? "" : $"; did you mean '{nearest}'";
        return $"'{problem.Field.Name}' has no value '{Excerpt.Of(problem.Word)}', only {string.Join(", ", words)}{advice}";
    }
}
