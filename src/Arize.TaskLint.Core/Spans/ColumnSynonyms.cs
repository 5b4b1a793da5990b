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

    /// <summary>The name that is used for all synonyms of a column: <c>status_code</c> for <c>span.status_code</c>.</summary>
    public static string Main(string name)
    {
        var main = name.StartsWith(SpanRoot, StringComparison.Ordinal) && name.Length > SpanRoot.Length ? name.Substring(SpanRoot.Length) : name;
        if (Whole.TryGetValue(main, out var whole))
            return whole;
        var isMetadata = main.StartsWith(Metadata, StringComparison.Ordinal)
            && (main.Length == Metadata.Length || main[Metadata.Length] == '.');
        return isMetadata ? Attributes + main : main;
    }
}
