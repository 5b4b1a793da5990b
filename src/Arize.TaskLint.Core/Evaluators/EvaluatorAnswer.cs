using Arize.TaskLint.Core.Comparison;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>What looking for an evaluator that a declaration refers to came to.</summary>
public abstract record EvaluatorAnswer
{
    private EvaluatorAnswer()
    {
    }

    /// <param name="Version">The version that the task runs; null where that is not known.</param>
    public sealed record Found(EvaluatorInfo Evaluator, EvaluatorVersionInfo? Version) : EvaluatorAnswer
    {
        /// <summary>Why the version is not known, where it was asked for; else null.</summary>
        public LiveFailure? VersionUnknown { get; init; }
    }

    /// <summary>The evaluator was found, and the version that the task is pinned to is not one of its versions.</summary>
    /// <param name="Owner">The ID, or better the name, of the evaluator whose version it is; null where that is not told.</param>
    public sealed record ForeignVersion(EvaluatorInfo Evaluator, string? Owner) : EvaluatorAnswer;

    /// <summary>There is no such evaluator.</summary>
    /// <param name="Reason">What there is to say, as a message.</param>
    public sealed record Missing(string Reason) : EvaluatorAnswer;

    /// <summary>Nothing in the space has the name that the evaluator is declared by.</summary>
    /// <param name="Reason">That, as a message.</param>
    public sealed record NoSuchName(string Reason) : EvaluatorAnswer;

    /// <summary>The name fits several evaluators.</summary>
    /// <param name="Ids">Their IDs.</param>
    public sealed record Ambiguous(IReadOnlyList<string> Ids) : EvaluatorAnswer;

    /// <summary>It was asked for, and no answer came that can be used.</summary>
    /// <param name="Cause">Why; what has the same cause shares one finding.</param>
    public sealed record Undetermined(LiveFailure Cause) : EvaluatorAnswer;

    /// <summary>Nobody looked for it, or what was saved does not tell: there is nothing to say.</summary>
    public sealed record Untold : EvaluatorAnswer
    {
        /// <summary>The answer.</summary>
        public static readonly Untold Instance = new();
    }
}
