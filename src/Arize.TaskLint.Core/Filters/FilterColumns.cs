using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Filters;

/// <summary>The columns of spans that are documented, and the words that two of them have for values.</summary>
internal static class FilterColumns
{
    internal const string SpanKind = "attributes.openinference.span.kind";

    /// <summary>The column that looks as if it were the span kind's.</summary>
    internal const string BareSpanKind = "span_kind";

    internal const string StatusCode = "status_code";

    /// <summary>The span kinds that are known; there may be others.</summary>
    internal static readonly IReadOnlyList<string> SpanKinds =
        ["LLM", "CHAIN", "RETRIEVER", "EMBEDDING", "AGENT", "TOOL", "RERANKER", "GUARDRAIL", "EVALUATOR", "PROMPT", "DECISION", "UNKNOWN"];

    /// <summary>The status codes that are known.</summary>
    internal static readonly IReadOnlyList<string> StatusCodes = ["OK", "ERROR", "UNSET"];

    // Nobody names a column at such length.
    private const int Longest = 100;

    // In a short name a slip makes another word.
    private const int ShortName = 4;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "name", StatusCode, "status_message", "latency_ms", "parent_id", "start_time", "end_time", BareSpanKind, "events",
    };

    private static readonly HashSet<string> Roots = new(StringComparer.Ordinal)
    {
        "context", "attributes", "event", "annotation", "eval", "trace_eval", "session_eval", "metadata", "tag", "span",
    };

    // Names that people write for a column: from other tools, or without the end of its name. The server may know some that are synonyms.
    private static readonly Dictionary<string, MeantColumn> Aliases = new(StringComparer.Ordinal)
    {
        ["status"] = new(StatusCode, IsCertain: true),
        ["status.code"] = new(StatusCode, IsCertain: true),
        ["latency"] = new("latency_ms", IsCertain: true),
        ["openinference_span_kind"] = new(SpanKind, IsCertain: true),
        ["span.kind"] = new(SpanKind, IsCertain: true),
        ["kind"] = new(SpanKind, IsCertain: false),
        ["duration"] = new("latency_ms", IsCertain: false),
        ["duration_ms"] = new("latency_ms", IsCertain: false),
        ["parent"] = new("parent_id", IsCertain: false),
        ["parent_span_id"] = new("parent_id", IsCertain: false),
        ["trace_id"] = new("context.trace_id", IsCertain: false),
        ["span_id"] = new("context.span_id", IsCertain: false),
        ["session_id"] = new("attributes.session.id", IsCertain: false),
        ["user_id"] = new("attributes.user.id", IsCertain: false),
        ["model"] = new("attributes.llm.model_name", IsCertain: false),
        ["model_name"] = new("attributes.llm.model_name", IsCertain: false),
    };

    private static readonly Dictionary<string, string> RootAliases = new(StringComparer.Ordinal)
    {
        ["annotations"] = "annotation",
        ["evals"] = "eval",
        ["trace_evals"] = "trace_eval",
        ["session_evals"] = "session_eval",
    };

    // Columns that may have several values at once: one of them may be this and another one that.
    private static readonly string[] Plural =
    [
        "event", "events", "annotation", "annotations", "eval", "trace_eval", "session_eval", "tag", "tags", "attributes.tag", "attributes.llm.tools",
        "attributes.llm.prompts", "attributes.llm.input_messages", "attributes.llm.output_messages", "attributes.retrieval", "attributes.reranker",
        "attributes.embedding",
    ];

    /// <summary>Whether a name is a documented column of a span, or begins with the root of such columns.</summary>
    internal static bool IsOfSpan(string name)
    {
        var end = name.IndexOfAny(['.', '[']);
        return end < 0 ? Names.Contains(name) : Roots.Contains(name.Substring(0, end));
    }

    /// <summary>The column of a span that was meant by a name; null if that is one itself, or may be of the user's own.</summary>
    internal static MeantColumn? Meant(string name)
    {
        if (name.Length > Longest || IsOfSpan(name) || Roots.Contains(name))
            return null;
        if (Aliases.TryGetValue(name, out var alias))
            return alias;
        var end = name.IndexOf('.');
        if (end >= 0)
            return RootAliases.TryGetValue(name.Substring(0, end), out var root)
                ? new MeantColumn(root + name.Substring(end), IsCertain: true)
                : null;
        foreach (var known in Names)
        {
            if (NearestName.IsSame(name, known))
                return new MeantColumn(Preferred(known), IsCertain: !known.Equals(name, StringComparison.OrdinalIgnoreCase));
        }

        var words = name.Split('_');
        return Names.FirstOrDefault(known => IsNear(words, known)) is { } near ? new MeantColumn(Preferred(near), IsCertain: true) : null;
    }

    private static string Preferred(string name) => name == BareSpanKind ? SpanKind : name;

    // Each word may have one slip per three letters; its first letter must be right.
    private static bool IsNear(string[] words, string known)
    {
        var own = known.Split('_');
        if (own.Length != words.Length || known.Length <= ShortName)
            return false;
        for (var i = 0; i < own.Length; i++)
        {
            if (words[i].Length == 0 || words[i][0] != own[i][0]
                || Math.Abs(words[i].Length - own[i].Length) > 1 || NearestName.Distance(words[i], own[i]) > own[i].Length / 3)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a name is words with dots between them, which need no quotes.</summary>
    internal static bool IsPlain(string name) => name.Length > 0
        && name.Split('.')
            .All(word => word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'));

    /// <summary>Whether a span has one value of a column at the most.</summary>
    internal static bool IsSingular(string name) =>
        !Plural.Any(root => name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] is '.' or '['));

    /// <summary>The values that a column can have; null if it can have any.</summary>
    internal static IReadOnlyList<string>? ValuesOf(string name) => name switch
    {
        SpanKind or BareSpanKind => SpanKinds,
        StatusCode => StatusCodes,
        _ => null,
    };
}

/// <summary>The column that a name stands for.</summary>
/// <param name="IsCertain">Whether the name itself is certainly not a column.</param>
internal readonly record struct MeantColumn(string Name, bool IsCertain);
