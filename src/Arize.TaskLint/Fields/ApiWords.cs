namespace Arize.TaskLint.Fields;

/// <summary>The API's words that are names of builder methods.</summary>
internal static class ApiWords
{
    internal const string AgentCall = "AGENT_CALL";
    internal const string Assistant = "ASSISTANT";
    internal const string CodeEvaluation = "CODE_EVALUATION";
    internal const string Function = "FUNCTION";
    internal const string LlmGeneration = "LLM_GENERATION";
    internal const string RunExperiment = "RUN_EXPERIMENT";
    internal const string System = "SYSTEM";
    internal const string TemplateEvaluation = "TEMPLATE_EVALUATION";
    internal const string Tool = "TOOL";
    internal const string User = "USER";
}
