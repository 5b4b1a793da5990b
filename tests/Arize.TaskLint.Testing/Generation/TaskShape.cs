using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Testing.Generation;

/// <summary>The shapes that a legal task can have.</summary>
public enum TaskShape
{
    /// <summary>A template evaluation on a project.</summary>
    ProjectTemplate,

    /// <summary>A code evaluation on a project.</summary>
    ProjectCode,

    /// <summary>A template evaluation on a dataset.</summary>
    DatasetTemplate,

    /// <summary>A code evaluation on a dataset.</summary>
    DatasetCode,

    /// <summary>An evaluation of traces or sessions: named filters, query mappings.</summary>
    Traces,

    /// <summary>An experiment that sends messages to a model.</summary>
    LlmGeneration,

    /// <summary>An experiment that runs a judge's template.</summary>
    TemplateRun,

    /// <summary>An experiment that calls an agent.</summary>
    AgentCall,
}

/// <summary>What a shape says of the fields that may stand in it.</summary>
internal static class TaskShapes
{
    internal static TaskTypes TypeOf(TaskShape shape) => shape switch
    {
        TaskShape.ProjectTemplate or TaskShape.DatasetTemplate or TaskShape.Traces => TaskTypes.TemplateEvaluation,
        TaskShape.ProjectCode or TaskShape.DatasetCode => TaskTypes.CodeEvaluation,
        _ => TaskTypes.RunExperiment,
    };

    internal static DataSources SourceOf(TaskShape shape) =>
        shape is TaskShape.ProjectTemplate or TaskShape.ProjectCode or TaskShape.Traces ? DataSources.Project : DataSources.Dataset;

    internal static ExperimentTypes ExperimentTypeOf(TaskShape shape) => shape switch
    {
        TaskShape.LlmGeneration => ExperimentTypes.LlmGeneration,
        TaskShape.TemplateRun => ExperimentTypes.TemplateEvaluation,
        TaskShape.AgentCall => ExperimentTypes.AgentCall,
        _ => ExperimentTypes.All,
    };

    /// <summary>Whether a field may have a value in a task of the shape.</summary>
    internal static bool Takes(TaskShape shape, FieldSpec field)
    {
        if (field == TaskFields.ProjectId || field == TaskFields.DatasetId)
            return SourceOf(shape) == (field == TaskFields.ProjectId ? DataSources.Project : DataSources.Dataset);
        if (field == TaskFields.QueryFilters || field == EvaluatorFields.QueryMappings)
            return shape == TaskShape.Traces;
        if (field == TaskFields.QueryFilter || field == EvaluatorFields.ColumnMappings)
            return shape != TaskShape.Traces && (field.Types & TypeOf(shape)) != 0;
        return (field.Types & TypeOf(shape)) != 0
            && (field.Sources & SourceOf(shape)) != 0
            && (field.ExperimentTypes & ExperimentTypeOf(shape)) != 0;
    }
}
