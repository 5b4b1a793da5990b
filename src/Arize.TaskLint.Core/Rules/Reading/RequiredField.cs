using Arize.TaskLint.Core.Fixes;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1005: a missing field without which the mapping has no meaning.</summary>
public sealed class RequiredField()
    : ProblemRule<MissingField>("ATL1005", Severity.Error, "A required field is missing", new RuleTraits { HasFix = true })
{
    /// <inheritdoc/>
    // A partial declaration needs only something to find its task by; and a field that is there, but misspelt, is not missing.
    protected override bool Concerns(MissingField problem) =>
        problem.Task is not { } task
        || ((!task.IsPartial || (problem.Field == TaskFields.Name && !task[TaskFields.Id].IsGiven)) && !IsMisspelt(problem, task));

    /// <inheritdoc/>
    protected override string Message(MissingField problem)
    {
        var byName = problem.Spec.NameTwinOf(problem.Field);
        var names = byName is not null ? $"'{problem.Field.Word}' or '{byName.Word}'"
            : problem.Field == TaskFields.Name && problem.Task is { IsPartial: true } ? "'name' or 'id'"
            : $"'{problem.Field.Word}'";
        return $"{problem.Spec.Noun} needs {names}";
    }

    /// <inheritdoc/>
    protected override Fix? FixOf(MissingField problem)
    {
        var (view, field) = (problem.View, problem.Field);
        if (field == TaskFields.Type)
            return problem.Task is { } task && TypeOf(task) is { } type ? FillIn.Add(view.Node, field, new NewText(type)) : null;
        if (problem.Spec.NameTwinOf(field) is { } twin && ToldName.Of(view.Node, twin) is { } told)
            return told.Fix;
        if (field == MessageFields.Role)
            return FillIn.Add(view.Node, field, new NewText(RoleOf(view)));
        return FillIn.Add(view.Node, problem.Spec.NameTwinOf(field) is { } byName ? FillIn.Choose(view, byName, field) : field);
    }

    // Null if the task has parts of both types, and for an evaluation: a declaration does not show whether code or a model judges.
    private static string? TypeOf(TaskDeclaration task)
    {
        if (!task.RunConfigurationField.IsGiven)
            return null;
        var judges = task.Project.IsGiven || task.Experiments.IsGiven || task.Evaluators.IsGiven || task.SamplingRate.IsGiven
            || task.IsContinuous.IsGiven || task.QueryFilter.IsGiven || task.QueryFilters.IsGiven;
        return judges ? null : TaskEnums.Experiment;
    }

    private static string RoleOf(ObjectView message) =>
        message[MessageFields.ToolCallId].IsGiven ? TaskEnums.Tool
        : message[MessageFields.ToolCalls].IsGiven ? TaskEnums.Assistant
        : TaskEnums.User;

    private static bool IsMisspelt(MissingField problem, TaskDeclaration task)
    {
        var around = problem.Path.Parent!;
        return task.HasMisspeltAt(problem.Spec, around, problem.Field.Name)
            || (problem.Spec.NameTwinOf(problem.Field) is { } byName && task.HasMisspeltAt(problem.Spec, around, byName.Name));
    }
}
