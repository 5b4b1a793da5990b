using Arize.TaskLint.Core.Comparison;

namespace Arize.TaskLint.Core.Runs;

/// <summary>The last runs of a live task.</summary>
/// <param name="Runs">The runs, in any order; empty if they are not known.</param>
/// <param name="Unknown">Why they are not known; null if they are.</param>
public sealed record LiveRuns(IReadOnlyList<RunOutcome> Runs, LiveFailure? Unknown = null);
