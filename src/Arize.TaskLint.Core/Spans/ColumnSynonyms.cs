namespace Arize.TaskLint.Core.Spans;

/// <summary>The documented names of one column of spans that stand for another name.</summary>
public static class ColumnSynonyms
{
    private const string SpanRoot = "span.";
    private const string Metadata = "metadata";
    private const string Attributes = "attributes.";

    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["span_kind"] = "attributes.openinference.span.kind",
    };

    private static readonly Dictionary<string, string> WholeInAnyCase = new(Whole, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name that is used for all synonyms of a column: <c>status_code</c> for <c>span.status_code</c>.</summary>
    public static string Main(string name) => Of(name, StringComparison.Ordinal, Whole);

    /// <summary>The same where letter case does not count: <c>Status_Code</c> for <c>SPAN.Status_Code</c>.</summary>
    public static string MainInAnyCase(string name) => Of(name, StringComparison.OrdinalIgnoreCase, WholeInAnyCase);

    private static string Of(string name, StringComparison comparison, Dictionary<string, string> synonyms)
    {
        var main = name.StartsWith(SpanRoot, comparison) && name.Length > SpanRoot.Length ? name.Substring(SpanRoot.Length) : name;
        if (synonyms.TryGetValue(main, out var whole))
            return whole;
        var isMetadata = main.StartsWith(Metadata, comparison)
            && (main.Length == Metadata.Length || main[Metadata.Length] == '.');
        return isMetadata ? Attributes + main : main;
    }
}
