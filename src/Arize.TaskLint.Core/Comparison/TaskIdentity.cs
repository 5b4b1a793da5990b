using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>What a declared task is found by on the live side.</summary>
public abstract record TaskIdentity
{
    private TaskIdentity()
    {
    }

    /// <summary>Its ID, whatever its name is.</summary>
    public sealed record ById(string Id) : TaskIdentity;

    /// <summary>Its exact name, with letter case.</summary>
    public sealed record ByName(string Name) : TaskIdentity;

    /// <summary>Nothing: a value is not known, or the declaration has an error.</summary>
    /// <param name="Answer">What the search for the task comes to.</param>
    public sealed record None(LiveAnswer Answer) : TaskIdentity;

    /// <summary>What a task is found by.</summary>
    public static TaskIdentity Of(TaskDeclaration task)
    {
        var (id, name) = (task[TaskFields.Id], task[TaskFields.Name]);
        if (id.Text is { } ownId)
            return new ById(ownId);
        if (id.IsUncertain)
            return Uncertain(id);
        if (name.Text is { } ownName)
            return new ByName(ownName);
        return name.IsUncertain ? Uncertain(name) : new None(new LiveAnswer.Broken());
    }

    private static None Uncertain(FieldValue field) => new(field.State == ValueState.Invalid
        ? new LiveAnswer.Broken()
        : new LiveAnswer.Undetermined(
            new LiveFailure($"which live task is meant cannot be told: its '{field.Spec!.Name}' is not known", IsShared: false)));
}
