using Arize.TaskLint.Core.Comparison;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>Result of looking up an evaluator that a declaration refers to.</summary>
public abstract record EvaluatorAnswer
{
    private EvaluatorAnswer()
    {
    }

    /// <param name="Version">The version that the task runs; null if that is not known.</param>
    public sealed record Found(EvaluatorInfo Evaluator, EvaluatorVersionInfo? Version) : EvaluatorAnswer
    {
        /// <summary>Why the version is not known, if it was requested; otherwise null.</summary>
        public LiveFailure? VersionUnknown { get; init; }
    }

    /// <summary>The evaluator was found, but has no version with the ID that the task is pinned to.</summary>
    /// <param name="Owner">The name, otherwise the ID, of the evaluator that the version belongs to; null if that is not known.</param>
    public sealed record ForeignVersion(EvaluatorInfo Evaluator, string? Owner) : EvaluatorAnswer;

    /// <summary>The evaluator does not exist.</summary>
    /// <param name="Reason">The reason, for a message.</param>
    public sealed record Missing(string Reason) : EvaluatorAnswer;

    /// <summary>Nothing in the space has the name that the evaluator is declared by.</summary>
    public sealed record NoSuchName(string Reason) : EvaluatorAnswer;

    /// <summary>The name fits several evaluators.</summary>
    public sealed record Ambiguous(IReadOnlyList<string> Ids) : EvaluatorAnswer;

    /// <summary>It was asked for, and no answer came that can be used.</summary>
    /// <param name="Cause">Why; what has the same cause shares one finding.</param>
    public sealed record Undetermined(LiveFailure Cause) : EvaluatorAnswer;

    /// <summary>The evaluator was not looked up, or the snapshot does not contain enough to decide.</summary>
    public sealed record Untold : EvaluatorAnswer
    {
        /// <summary>The answer.</summary>
        public static readonly Untold Instance = new();
    }
}
