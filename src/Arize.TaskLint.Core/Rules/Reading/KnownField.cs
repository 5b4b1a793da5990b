using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1003: a field that does not exist; the API would refuse it, and what was meant is not guarded.</summary>
public sealed class KnownField() : ProblemRule<UnknownField>("ATL1003", Severity.Error, "An unknown field", new RuleTraits { HasFix = true })
{
    /// <inheritdoc/>
    protected override string Message(UnknownField problem)
    {
        var name = Excerpt.Of(problem.Name);
        if (problem.IsGuess)
            return $"'{name}' is no documented field of {problem.Spec.Noun}; did you mean '{problem.Nearest}'";
        var advice = problem.NotIndentedUnder is { } block ? $"; '{block.Name}' above it is empty: is this not indented below it"
            : problem.Nearest is { } nearest ? $"; did you mean '{nearest}'"
            : problem.BelongsIn is not { } owner ? ""
            : owner.Kind == ValueKind.ObjectList ? $"; it belongs to {owner.Object!.Noun} in '{owner.Name}'"
            : $"; it belongs in '{owner.Name}'";
        return $"{problem.Spec.Noun} has no field '{name}'{advice}";
    }

    /// <inheritdoc/>
    // In a document, a misspelling of its tasks or its space. Any other key may hold content that anchors share.
    protected override bool LosesDeclarations(UnknownField problem) => problem is { Task: null, IsGuess: false, Nearest: not null };

    /// <inheritdoc/>
    protected override Severity SeverityOf(UnknownField problem) => problem.IsGuess ? Severity.Warning : DefaultSeverity;

    /// <inheritdoc/>
    // If the right name is taken, or two keys would get it, one of the values would be lost.
    protected override Fix? FixOf(UnknownField problem)
    {
        if (problem.NotIndentedUnder is not null
            || problem.Nearest is not { } nearest || problem.Mapping[nearest] is not null || problem.Names.IsContested(nearest))
        {
            return null;
        }

        return problem.Mapping[problem.Name] is { } value && Fits(problem, problem.Spec.Find(nearest)!, value)
            ? new RenameKey($"Write '{nearest}'", problem.Key, nearest)
            : null;
    }

    // A synonym of a field may have another sort of value: the number of a version, a prompt in one text.
    private static bool Fits(UnknownField problem, FieldSpec meant, Node value)
    {
        problem.Spec.MeantBy(problem.Name, out var isOtherWord);
        if (!isOtherWord && !NearestName.IsSlip(problem.Name, meant.Name))
            return false;
        if (!isOtherWord || problem.IsGuess || value is ScalarNode { IsNull: true })
            return true;
        return meant switch
        {
            { Refers: not null, NameOf: null, Kind: ValueKind.Text, Role: not FieldRole.Local } =>
                value is ScalarNode id && ResourceId.ResourceOf(id.Text) == meant.Refers,
            { IsScalar: true } => value is ScalarNode scalar && Kinds.Fits(meant.Kind, scalar)
                && (meant.Enum is not { } words || words.Find(scalar.Text) is not null || words.MeantBy(scalar.Text) is not null),
            { Kind: ValueKind.ObjectList or ValueKind.TextList or ValueKind.AnyList } => value is ListNode,
            _ => value is MappingNode,
        };
    }
}
