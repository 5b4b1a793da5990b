namespace Arize.TaskLint.Core.Schema;

/// <summary>A filter of the trace and session shape.</summary>
public static class NamedFilterFields
{
    public static readonly FieldSpec Id = new("id", ValueKind.Text, "The letter, A to E, by which `expression` and `query_mappings` name the filter")
    { IsRequired = true, NeedsText = true, IsKey = true, AlsoCalled = ["name", "letter"] };

    public static readonly FieldSpec Filter = new("filter", ValueKind.Text, "The filter, in the query language")
    { Equality = Equality.Filter, IsRequired = true, AlsoCalled = ["queryfilter", "query", "where"] };

    public static readonly ObjectSpec Spec = new("a filter", Id, Filter);
}
