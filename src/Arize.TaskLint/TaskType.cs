namespace Arize.TaskLint;

/// <summary>The type of a task.</summary>
public enum TaskType
{
    /// <summary>TEMPLATE_EVALUATION: evaluators with a prompt judge spans or experiments.</summary>
    TemplateEvaluation,

    /// <summary>CODE_EVALUATION: evaluators that are code judge spans or experiments.</summary>
    CodeEvaluation,

    /// <summary>RUN_EXPERIMENT: a run configuration runs over the examples of a dataset.</summary>
    RunExperiment,
}
