namespace Arize.TaskLint.Core.Schema;

/// <summary>The types of an experiment run.</summary>
[Flags]
public enum ExperimentTypes
{
    /// <summary>No type, or one that is not known.</summary>
    None = 0,

    LlmGeneration = 1,

    TemplateEvaluation = 2,

    AgentCall = 4,

    /// <summary>Every type.</summary>
    All = LlmGeneration | TemplateEvaluation | AgentCall,
}
