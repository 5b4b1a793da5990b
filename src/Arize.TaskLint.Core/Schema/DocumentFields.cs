namespace Arize.TaskLint.Core.Schema;

/// <summary>A document that holds tasks.</summary>
public static class DocumentFields
{
    public static readonly FieldSpec Space = new("space", ValueKind.Text, "The space of the tasks that do not name one themselves, by name or ID")
    { Role = FieldRole.Local, NeedsText = true, Refers = ResourceKind.Space, AlsoCalled = ["spaceid", "spacename"] };

    public static readonly FieldSpec Tasks = new("tasks", ValueKind.ObjectList, "The tasks") { Role = FieldRole.Local, Object = TaskFields.Spec };

    public static readonly FieldSpec Pagination = new("pagination", ValueKind.Any, "How a list answer of the API goes on")
    { Role = FieldRole.ServerManaged };

    public static readonly ObjectSpec Spec = new("a task document", Space, Tasks, Pagination);
}
