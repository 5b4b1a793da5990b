namespace Arize.TaskLint.Core.Schema;

[Flags]
public enum TaskTypes
{
    /// <summary>No type, or one that is not known.</summary>
    None = 0,

    TemplateEvaluation = 1,

    CodeEvaluation = 2,

    RunExperiment = 4,

    /// <summary>Either evaluation.</summary>
    Evaluation = TemplateEvaluation | CodeEvaluation,

    /// <summary>Every type.</summary>
    All = Evaluation | RunExperiment,
}
