using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1007: a field that only the server writes.</summary>
public sealed class NoServerField()
    : ProblemRule<DeclaredServerField>("ATL1007", Severity.Warning, "A server-managed field is declared; it has no effect",
        new RuleTraits { HasFix = true })
{
    /// <inheritdoc/>
    protected override string Message(DeclaredServerField problem)
    {
        var advice = ToldName.In(problem.Mapping, problem.Field) is { } told ? $"; did you mean '{told.Reference.Name}'" : "";
        return $"'{problem.Field.Name}' is written by the server; declaring it has no effect{advice}"
            + (IsUnfilled(problem) ? ", but that '${' in the task is text, as in an answer of the API; remove it to have variables filled in" : "");
    }

    // Said once, at the first of them.
    private static bool IsUnfilled(DeclaredServerField problem) =>
        problem.Task is { } task && task.Problems.OfType<DeclaredServerField>().First() == problem
            && task.View.Node == problem.Mapping && HoldsOpening(problem.Mapping);

    private static bool HoldsOpening(Node node) => node switch
    {
        ScalarNode scalar => Yaml.EnvironmentText.Concerns(scalar.Text),
        ListNode list => list.Items.Any(HoldsOpening),
        MappingNode mapping => mapping.Entries.Any(entry => HoldsOpening(entry.Value)),
        _ => false,
    };

    /// <inheritdoc/>
    // Without the last of them, the text is no answer of the API any more, and '${' in it would be filled in.
    protected override Fix? FixOf(DeclaredServerField problem) =>
        problem.Mapping.Place.File is { } file && Yaml.EnvironmentText.Concerns(file.Text) ? null
            : ToldName.In(problem.Mapping, problem.Field) is { } told
            ? told.Fix
            : new RemoveEntry($"Remove '{problem.Field.Name}'", problem.Mapping, problem.Entry);
}
