using Arize.TaskLint;

namespace SupportBot.Tasks;

/// <summary>What is judged of the support bot's answers. A catalog is code: what tasks share is said once.</summary>
public sealed class SupportBotTasks : TaskCatalog
{
    private const string Project = "TW9kZWw6MTIzOmFCY0Q=";

    /// <inheritdoc/>
    protected override void Declare(TaskCatalogBuilder tasks)
    {
        tasks.TemplateEvaluation("Production Hallucination Check")
            .OnProject(Project)
            .SamplingRate(0.1)
            .Continuous()
            .QueryFilter("status_code = 'OK'")
            .WithHallucinationJudge();

        tasks.TemplateEvaluation("Release Hallucination Check")
            .OnProject(Project)
            .SamplingRate(1)
            .Continuous(false)
            .WithHallucinationJudge();
    }
}
