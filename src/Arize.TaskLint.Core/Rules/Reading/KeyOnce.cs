using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1004: a duplicate key. YAML readers disagree on which one counts.</summary>
public sealed class KeyOnce() : ProblemRule<RepeatedKey>("ATL1004", Severity.Error, "A key given twice", new RuleTraits { HasFix = true })
{
    /// <inheritdoc/>
    protected override string Message(RepeatedKey problem)
    {
        var (first, again) = (problem.First.Key.Place, problem.Again.Key.Place);
        if (again.File is not { IsCode: true })
            return $"'{Excerpt.Of(problem.Name)}' stands here already, on line {first.StartPosition.Line}; "
                + "which one counts differs from reader to reader";
        var name = MethodOf(problem.Path) is { } method ? $"'{method}()'" : $"'{Excerpt.Of(problem.Name)}'";
        var other = first.IsKnown ? $"at {first.LineText}" : "before";
        return $"{name} is called here, at {again.LineText}, for what another call has set, {other}; "
            + "the builders take a value once, and no call overrides another";
    }

    // A key of a free mapping is set by the method that adds to the mapping.
    private static string? MethodOf(FieldPath path)
    {
        for (var at = path; at.Parent is { } around; at = around)
        {
            if (at.Name is { } name && FieldMethods.Find(name) is { } method)
                return method;
        }

        return null;
    }

    /// <inheritdoc/>
    // A second list of tasks, or another space.
    protected override bool LosesDeclarations(RepeatedKey problem) => problem.Task is null;

    /// <inheritdoc/>
    protected override IReadOnlyList<Place> RelatedTo(RepeatedKey problem) => [problem.First.Key.Place];

    /// <inheritdoc/>
    protected override Fix? FixOf(RepeatedKey problem)
    {
        // A second list of tasks is not a typing error: its tasks belong into the first.
        if (problem.Task is null && problem.Name == DocumentFields.Tasks.Name)
            return null;
        // Which of two values is meant, only their author knows.
        return NodeContent.Same(problem.First.Value, problem.Again.Value)
            ? new RemoveEntry($"Remove the later '{Excerpt.Of(problem.Name)}'", problem.Mapping, problem.Again)
            : null;
    }
}
