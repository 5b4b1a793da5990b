using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Evaluators;

/// <summary>An evaluator that a declared task runs, with what was found of it.</summary>
/// <param name="Reference">How it is declared.</param>
/// <param name="Answer">What was found.</param>
public sealed record AttachedEvaluator(EvaluatorReference Reference, EvaluatorAnswer Answer)
{
    /// <summary>The evaluator; null where it is not known.</summary>
    public EvaluatorInfo? Evaluator => Answer switch
    {
        EvaluatorAnswer.Found found => found.Evaluator,
        EvaluatorAnswer.ForeignVersion foreign => foreign.Evaluator,
        _ => null,
    };

    /// <summary>The version that the task runs; null where it is not known.</summary>
    public EvaluatorVersionInfo? Version => (Answer as EvaluatorAnswer.Found)?.Version;

    /// <summary>What messages call the evaluator: its name where it is told, else the text that it is declared by.</summary>
    public string Label => Evaluator?.Name is { } name ? Excerpt.Of(name) : Reference.Label;
}
