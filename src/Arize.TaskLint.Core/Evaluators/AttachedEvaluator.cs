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

    /// <summary>The name of the evaluator in messages: its own if it is known, otherwise the text that it is declared by.</summary>
    public string Label => Evaluator?.Name is { } name ? Excerpt.Of(name) : Reference.Label;
}
