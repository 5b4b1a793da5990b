using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1005: a field without which the mapping means nothing.</summary>
public sealed class RequiredField() : ProblemRule<MissingField>("ATL1005", Severity.Error, "A required field is missing")
{
    /// <inheritdoc/>
    // A partial declaration needs only something to find its task by.
    protected override bool Concerns(MissingField problem) =>
        problem.Task is not { IsPartial: true } task
        || (problem.Field == TaskFields.Name && !task[TaskFields.Id].IsGiven);

    /// <inheritdoc/>
    protected override string Message(MissingField problem)
    {
        var byName = problem.Spec.NameTwinOf(problem.Field);
        var names = byName is not null ? $"'{problem.Field.Name}' or '{byName.Name}'"
            : problem.Field == TaskFields.Name && problem.Task is { IsPartial: true } ? "'name' or 'id'"
            : $"'{problem.Field.Name}'";
        return $"{problem.Spec.Noun} needs {names}";
    }
}
