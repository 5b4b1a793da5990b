using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

public sealed class RunConfigurationDeclaration(ObjectView view)
{
    /// <summary>Its fields.</summary>
    public ObjectView View { get; } = view;

    /// <summary>Its form; <see cref="ExperimentTypes.None"/> if that is not known.</summary>
    public ExperimentTypes Type => View[RunConfigurationFields.ExperimentType].EnumWord switch
    {
        TaskEnums.Generation => ExperimentTypes.LlmGeneration,
        TaskEnums.Template => ExperimentTypes.TemplateEvaluation,
        TaskEnums.Agent => ExperimentTypes.AgentCall,
        _ => ExperimentTypes.None,
    };
}
