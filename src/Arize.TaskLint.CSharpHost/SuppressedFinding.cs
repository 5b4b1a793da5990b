namespace Arize.TaskLint.CSharpHost;

/// <summary>A finding that the code suppresses where the compiler sees it: at an argument, or where a constant is written.</summary>
/// <param name="Rule">The rule's ID.</param>
/// <param name="Message">What it says.</param>
/// <param name="Task">The name or ID of the task; null where only a run of the code tells it.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record SuppressedFinding(string Rule, string Message, string? Task, string? Reason);
