namespace Arize.TaskLint.Core.Schema;

/// <summary>An evaluator as it is attached to a task.</summary>
public static class EvaluatorFields
{
    public static readonly FieldSpec EvaluatorId = new("evaluator_id", ValueKind.Text, "The evaluator, by its ID")
    { IsRequired = true, NeedsText = true, IsKey = true, Refers = ResourceKind.Evaluator, AlsoCalled = ["id"] };

    public static readonly FieldSpec EvaluatorName = new("evaluator_name", ValueKind.Text, "The evaluator's name, as the server tells it")
    { Role = FieldRole.ServerManaged };

    public static readonly FieldSpec Evaluator = new("evaluator", ValueKind.Text, "The evaluator, by its name")
    { NeedsText = true, Refers = ResourceKind.Evaluator, NameOf = EvaluatorId, ToldBy = EvaluatorName, AlsoCalled = ["name"] };

    public static readonly FieldSpec EvaluatorVersionId = new("evaluator_version_id", ValueKind.Text,
        "The version that the task is pinned to; none runs the latest")
    { Equality = Equality.BlankIsNone, Refers = ResourceKind.EvaluatorVersion, AlsoCalled = ["version", "versionid", "pin", "pinnedversion"] };

    public static readonly FieldSpec QueryFilter = new("query_filter", ValueKind.Text,
        "Which spans this evaluator judges, within the task's own filter")
    { Equality = Equality.Filter, AlsoCalled = ["filter", "where", "query"] };

    public static readonly FieldSpec ColumnMappings = new("column_mappings", ValueKind.TextMap,
        "Which column, or span attribute, fills which variable of the evaluator")
    { AlsoCalled = ["mappings", "mapping", "columns", "variables", "variablemappings"] };

    public static readonly FieldSpec QueryMappings = new("query_mappings", ValueKind.ObjectList, "The trace and session shape of `column_mappings`")
    { Object = QueryMappingFields.Spec, Order = ListOrder.Keyed, KeyedBy = QueryMappingFields.VariableName };

    public static readonly ObjectSpec Spec = new("an evaluator",
        EvaluatorId, Evaluator, EvaluatorName, EvaluatorVersionId, QueryFilter, ColumnMappings, QueryMappings);
}
