namespace Arize.TaskLint.CSharpHost;

/// <summary>A finding that the code suppresses where the compiler reports it: at an argument, or at a constant.</summary>
/// <param name="Task">The name or ID of the task; null if it is known only at run time.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record SuppressedFinding(string Rule, string Message, string? Task, string? Reason);
