namespace Arize.TaskLint.Core.Schema;

/// <summary>A mapping of the trace and session shape.</summary>
public static class QueryMappingFields
{
    public static readonly FieldSpec VariableName = new("variable_name", ValueKind.Text, "The evaluator's variable that is filled")
    { IsRequired = true, NeedsText = true, IsKey = true, AlsoCalled = ["variable", "name"] };

    public static readonly FieldSpec QueryIds = new("query_ids", ValueKind.TextList,
        "The letters of the filters whose spans fill the variable; an empty list means any")
    { Order = ListOrder.Set, AlsoCalled = ["queries", "filters", "filterids"] };

    public static readonly FieldSpec AttributePath = new("attribute_path", ValueKind.Text, "The span attribute that fills the variable")
    { NeedsText = true, AlsoCalled = ["attribute", "path", "column"] };

    public static readonly ObjectSpec Spec = new("a query mapping", VariableName, QueryIds, AttributePath);
}
