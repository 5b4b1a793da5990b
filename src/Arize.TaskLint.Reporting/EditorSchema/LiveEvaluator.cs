namespace Arize.TaskLint.Reporting.EditorSchema;

/// <summary>An evaluator that editors offer.</summary>
/// <param name="Name">Its name; null where it has none of its own.</param>
/// <param name="Variables">The variables that need a value, in the order of its template.</param>
public sealed record LiveEvaluator(string Id, string? Name, IReadOnlyList<string> Variables);
