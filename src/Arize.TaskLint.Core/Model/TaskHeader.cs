using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>Name, ID and space of a task: enough for rules across tasks. Headers of all tasks are kept, while the tasks themselves are not.</summary>
public sealed class TaskHeader(TaskDeclaration task)
{
    /// <summary>The name, or null if it is not known.</summary>
    public string? Name { get; } = task.Name;

    /// <summary>The ID; null if there is none or it is not known.</summary>
    public string? Id { get; } = task.Id;

    /// <summary>The name as results show it, or null.</summary>
    public string? ShownName { get; } = task.ShownName;

    /// <summary>The ID as results show it, or null.</summary>
    public string? ShownId { get; } = task.ShownId;

    /// <summary>Whether an ID is declared whose value is not known.</summary>
    public bool IsIdUncertain { get; } = task[TaskFields.Id].IsUncertain;

    public Place IdPlace { get; } = task[TaskFields.Id].Place;

    /// <summary>The place of a message about the task as a whole.</summary>
    public Place Place { get; } = task.Place;

    /// <summary>The task's own space, or null.</summary>
    public string? Space { get; } = task[TaskFields.Space].Text;

    /// <summary>Whether the task has a space of its own whose value is not known.</summary>
    public bool IsSpaceUncertain { get; } = task[TaskFields.Space].IsUncertain;

    /// <summary>The document of the task, or null.</summary>
    public DocumentScope? Document { get; } = task.Document;
}
