using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>An evaluator as it is attached to a task.</summary>
public readonly struct EvaluatorDeclaration(ObjectView view)
{
    /// <summary>Its fields.</summary>
    public ObjectView View { get; } = view;

    public Reference Evaluator => View.Reference(EvaluatorFields.EvaluatorId, EvaluatorFields.Evaluator);

    /// <summary>The version that it is pinned to.</summary>
    public FieldValue Version => View[EvaluatorFields.EvaluatorVersionId];

    /// <summary>Its own filter.</summary>
    public FieldValue QueryFilter => View[EvaluatorFields.QueryFilter];

    /// <summary>Which column fills which variable.</summary>
    public FieldValue ColumnMappings => View[EvaluatorFields.ColumnMappings];

    /// <summary>Which attribute fills which variable, in the trace and session shape.</summary>
    public FieldValue QueryMappings => View[EvaluatorFields.QueryMappings];
}
