namespace Arize.TaskLint.Core.Evaluators;

/// <summary>An evaluator with the version that was the latest when the lock was written.</summary>
/// <param name="Id">The ID of the evaluator.</param>
/// <param name="Name">Its name; null if it is not known.</param>
/// <param name="Commit">The commit of the version; null if it is not known.</param>
public sealed record LockedEvaluator(string Id, string? Name, string VersionId, string? Commit);
