using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>
/// The columns whose values are names of a few things: statuses, kinds, models, labels, environments. Their values may be shown; those of other
/// columns may be what people have written.
/// </summary>
internal static class NamingColumns
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        FilterColumns.StatusCode, FilterColumns.SpanKind, "name", "attributes.input.mime_type", "attributes.output.mime_type",
        "attributes.llm.model_name", "attributes.llm.request.model_name", "attributes.llm.response.model_name", "attributes.llm.provider",
        "attributes.llm.system", "attributes.embedding.model_name", "attributes.reranker.model_name", "attributes.tool.name", "attributes.agent.name",
        "attributes.exception.type", "attributes.error.type",
    };

    // The ends of labels of annotations and evaluations, and of what teams write into metadata and tags.
    private static readonly HashSet<string> OfOwn = new(StringComparer.Ordinal)
    {
        "environment", "env", "stage", "version", "release", "deployment", "region", "tier", "channel", "component", "service", "experiment",
    };

    private static readonly string[] ResultRoots = ["annotation.", "eval.", "trace_eval.", "session_eval."];

    private static readonly string[] OwnRoots = ["attributes.metadata.", "tag."];

    /// <summary>Whether the values of a column are such names.</summary>
    /// <param name="name">Its name, as <see cref="AskedColumns.Names"/> has it.</param>
    internal static bool Are(string name)
    {
        if (Whole.Contains(name))
            return true;
        var last = name.Substring(name.LastIndexOf('.') + 1);
        return name.EndsWith(".message.role", StringComparison.Ordinal)
            || AreOfPeople(name)
            || (OfOwn.Contains(last) && Begins(name, OwnRoots));
    }

    /// <summary>Whether a column has the labels of annotations or evaluations, which may be written by hand.</summary>
    internal static bool AreOfPeople(string name) => name.EndsWith(".label", StringComparison.Ordinal) && Begins(name, ResultRoots);

    private static bool Begins(string name, string[] roots) => Array.Exists(roots, root => name.StartsWith(root, StringComparison.Ordinal));
}
