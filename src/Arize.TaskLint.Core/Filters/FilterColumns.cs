namespace Arize.TaskLint.Core.Filters;

/// <summary>The columns of spans that are documented, and the words that two of them have for values.</summary>
internal static class FilterColumns
{
    /// <summary>The column of the span kind.</summary>
    internal const string SpanKind = "attributes.openinference.span.kind";

    /// <summary>The column that looks as if it were the span kind's.</summary>
    internal const string BareSpanKind = "span_kind";

    /// <summary>The column of the status code.</summary>
    internal const string StatusCode = "status_code";

    /// <summary>The span kinds.</summary>
    internal static readonly IReadOnlyList<string> SpanKinds =
        ["LLM", "CHAIN", "RETRIEVER", "EMBEDDING", "AGENT", "TOOL", "RERANKER", "GUARDRAIL", "EVALUATOR", "PROMPT", "UNKNOWN"];

    /// <summary>The status codes.</summary>
    internal static readonly IReadOnlyList<string> StatusCodes = ["OK", "ERROR", "UNSET"];

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "name", StatusCode, "status_message", "latency_ms", "parent_id", "start_time", "end_time", BareSpanKind, "events",
    };

    private static readonly HashSet<string> Roots = new(StringComparer.Ordinal)
    {
        "context", "attributes", "event", "annotation", "eval", "trace_eval", "session_eval", "metadata", "tag",
    };

    // Columns that may have several values at once: one of them may be this and another one that.
    private static readonly string[] Plural =
    [
        "event", "events", "annotation", "annotations", "eval", "trace_eval", "session_eval", "tag", "tags", "attributes.tag", "attributes.llm.tools",
        "attributes.llm.prompts", "attributes.llm.input_messages", "attributes.llm.output_messages", "attributes.retrieval", "attributes.reranker", "attributes.embedding",
    ];

    /// <summary>Whether a name is a documented column of a span, or begins with the root of such columns.</summary>
    internal static bool IsOfSpan(string name)
    {
        var end = name.IndexOfAny(['.', '[']);
        return end < 0 ? Names.Contains(name) : Roots.Contains(name.Substring(0, end));
    }

    /// <summary>Whether a name is words with dots between them, which need no quotes.</summary>
    internal static bool IsPlain(string name) => name.Length > 0
        && name.Split('.').All(word => word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'));

    /// <summary>Whether a span has one value of a column at the most.</summary>
    internal static bool IsSingular(string name) =>
        !Plural.Any(root => name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] is '.' or '['));

    /// <summary>The values that a column can have; null where it can have any.</summary>
    internal static IReadOnlyList<string>? ValuesOf(string name) => name switch
    {
        SpanKind or BareSpanKind => SpanKinds,
        StatusCode => StatusCodes,
        _ => null,
    };
}
