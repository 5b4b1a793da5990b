using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>All live tasks of the spaces that the declared tasks are in.</summary>
/// <param name="Tasks">The tasks; some may be missing where <paramref name="Unknown"/> says so.</param>
/// <param name="Unknown">Why not all of them are known; null if they are.</param>
public sealed record LiveListing(IReadOnlyList<ObjectView> Tasks, LiveFailure? Unknown);
