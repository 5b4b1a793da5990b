using Arize.TaskLint.Core.Comparison;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>An evaluator that a declared task runs, with what was found of it.</summary>
public sealed record AttachedEvaluator(EvaluatorReference Reference, EvaluatorAnswer Answer)
{
    /// <summary>The evaluator; null if it is not known.</summary>
    public EvaluatorInfo? Evaluator => Answer switch
    {
        EvaluatorAnswer.Found found => found.Evaluator,
        EvaluatorAnswer.ForeignVersion foreign => foreign.Evaluator,
        _ => null,
    };

    /// <summary>The version that the task runs; null if it is not known.</summary>
    public EvaluatorVersionInfo? Version => (Answer as EvaluatorAnswer.Found)?.Version;

    /// <summary>Why the evaluator, or the version that the task runs, could not be read; null if nothing was in the way.</summary>
    public LiveFailure? Unread => Answer switch
    {
        EvaluatorAnswer.Undetermined { Cause: var cause } => cause,
        EvaluatorAnswer.Found { VersionUnknown: var cause } => cause,
        _ => null,
    };

    /// <summary>Why the version that the task runs is not known, though it was looked for; null if it is known, or was not looked for.</summary>
    internal string? WhyUnknown => Unread?.Reason ?? Answer switch
    {
        EvaluatorAnswer.Missing { Reason: var reason } => reason,
        EvaluatorAnswer.NoSuchName { Reason: var reason } => reason,
        EvaluatorAnswer.Ambiguous => "its name fits several evaluators",
        EvaluatorAnswer.ForeignVersion => "it has no version with the ID that the task is pinned to",
        _ => null,
    };

    /// <summary>The name of the evaluator in messages: its own if it is known, otherwise the text that it is declared by.</summary>
    public string Label => Evaluator?.Name is { } name ? Excerpt.Of(name) : Reference.Label;
}
