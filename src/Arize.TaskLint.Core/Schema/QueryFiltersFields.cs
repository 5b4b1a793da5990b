namespace Arize.TaskLint.Core.Schema;

/// <summary>The filters of the trace and session shape.</summary>
public static class QueryFiltersFields
{
    public static readonly FieldSpec Filters = new("filters", ValueKind.ObjectList, "One to five filters")
    { Object = NamedFilterFields.Spec, Order = ListOrder.Keyed, KeyedBy = NamedFilterFields.Id };

    public static readonly FieldSpec Expression = new("expression", ValueKind.Text,
        "How the filters go together: their letters with AND and OR; needed from two filters on")
    { Equality = Equality.LoneFilter };

    public static readonly ObjectSpec Spec = new("query filters", Filters, Expression);
}
