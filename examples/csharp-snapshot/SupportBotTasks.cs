using Arize.TaskLint;

namespace SupportBot.Tasks;

/// <summary>What is judged of the support bot's answers.</summary>
public sealed class SupportBotTasks : TaskCatalog
{
    private const string Project = "TW9kZWw6MTIzOmFCY0Q=";

    /// <inheritdoc/>
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.InSpace("production");

        // Somebody raised the rate in the web page: a warning, and the code fix writes 0.5 here.
        tasks.TemplateEvaluation("Production Hallucination Check")
            .OnProject(Project)
            .SamplingRate(0.1)
            .Continuous()
            .EvaluatorNamed("Hallucination Eval", evaluator => evaluator
                .Map("input", "attributes.input.value")
                .Map("output", "attributes.output.value"));

        // It was deleted.
        tasks.CodeEvaluation("Nightly Toxicity")
            .OnProject(Project)
            .SamplingRate(0.05)
            .Continuous()
            .EvaluatorNamed("Toxicity", evaluator => evaluator.Map("text", "attributes.output.value"));
    }
}
