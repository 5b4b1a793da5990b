namespace Arize.TaskLint;

/// <summary>The type of an experiment.</summary>
public enum ExperimentType
{
    /// <summary>LLM_GENERATION: a model answers messages.</summary>
    LlmGeneration,

    /// <summary>TEMPLATE_EVALUATION: a judge's template is run.</summary>
    TemplateEvaluation,

    /// <summary>AGENT_CALL: an agent is called; the API has it since 2026-07-24.</summary>
    AgentCall,
}
