using Arize.TaskLint;

namespace SupportBot.Tasks;

/// <summary>The evaluators that several tasks share, each with its mappings.</summary>
internal static class Judges
{
    /// <summary>Judges whether an answer is made up.</summary>
    internal static TaskBuilder WithHallucinationJudge(this TaskBuilder task) => task
        .EvaluatorNamed("Hallucination Eval", evaluator => evaluator
            .Map("input", "attributes.input.value")
            .Map("output", "attributes.output.value"));
}
