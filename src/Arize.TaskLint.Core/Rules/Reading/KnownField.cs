using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1003: a field that does not exist; the API would refuse it, and what was meant is not guarded.</summary>
public sealed class KnownField() : ProblemRule<UnknownField>("ATL1003", Severity.Error, "An unknown field")
{
    /// <inheritdoc/>
    public override bool HasFix => true;

    /// <inheritdoc/>
    protected override string Message(UnknownField problem)
    {
        var advice = problem.Nearest is { } nearest ? $"; did you mean '{nearest}'" : "";
        return $"{problem.Spec.Noun} has no field '{Excerpt.Of(problem.Name)}'{advice}";
    }

    /// <inheritdoc/>
    // Where the right name is taken, or two keys would get it, one of the values would be lost.
    protected override Fix? FixOf(UnknownField problem)
    {
        if (problem.Nearest is not { } nearest || problem.Mapping[nearest] is not null || problem.Names.IsContested(nearest))
            return null;
        return new RenameKey($"Write '{nearest}'", problem.Key, nearest);
    }
}
