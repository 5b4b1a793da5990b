using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1006: a word that the enum does not have.</summary>
public sealed class KnownWord()
    : ProblemRule<UnknownWord>("ATL1006", Severity.Error, "A value that its enum does not have", new RuleTraits { HasFix = true })
{
    /// <inheritdoc/>
    protected override string Message(UnknownWord problem)
    {
        var advice = problem.Nearest is { } nearest ? $"; did you mean '{nearest}'" : "";
        return $"'{problem.Field.Word}' has no value '{Excerpt.Of(problem.Word)}', only {string.Join(", ", problem.Field.Enum!.Words)}{advice}";
    }

    /// <inheritdoc/>
    protected override Fix? FixOf(UnknownWord problem) =>
        problem.Nearest is { } nearest && problem.Field.Enum!.IsCertain(problem.Word, nearest)
            ? new ReplaceScalar($"Write {nearest}", problem.Value, nearest, IsText: true)
            : null;
}
