#:package Arize.TaskLint@0.1.0
#:property OutputType=Library
using Arize.TaskLint;

public sealed class SupportBotTasks : TaskCatalog
{
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.TemplateEvaluation("Production Hallucination Check")
            .OnProject("TW9kZWw6MTIzOmFCY0Q=")
            .SamplingRate(0.1)
            .Continuous()
            .QueryFilter("status_code = 'OK'")
            .EvaluatorNamed("Hallucination Eval", evaluator => evaluator
                .Map("input", "attributes.input.value")
                .Map("output", "attributes.output.value"));

        // A catalog is code: one task for each language, all alike.
        foreach (var language in new[] { "en", "fr" })
        {
            tasks.CodeEvaluation($"Toxicity ({language})")
                .OnProject("TW9kZWw6MTIzOmFCY0Q=")
                .SamplingRate(0.25)
                .Continuous(false)
                .QueryFilter($"attributes.metadata.language = '{language}'")
                .EvaluatorNamed("Toxicity", evaluator => evaluator.Map("text", "attributes.output.value"));
        }
    }
}
