using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Trials;

/// <summary>A column that rows have in place of one that they lack.</summary>
/// <param name="Rows">How many of these rows have it.</param>
public readonly record struct FittingColumn(string Name, long Rows);

/// <summary>
/// Finds the columns that may be meant by one that rows lack: those with a name that is near, and those with the same kind of content.
/// </summary>
internal static class FittingColumns
{
    private const int MostShown = 2;

    // Less says that few of the rows would have a value.
    private const double LeastShare = 0.5;

    private static readonly string[] Inputs =
    [
        "attributes.input.value", "attributes.llm.input_messages.0.message.content", "attributes.llm.input_messages.contents",
        "attributes.llm.input_messages", "attributes.llm.prompts", "attributes.llm.prompts.0.prompt.text",
        "attributes.llm.prompt_template.variables", "attributes.reranker.query", "attributes.tool.parameters", "attributes.embedding.text",
        "input", "question", "query", "prompt",
    ];

    private static readonly string[] Outputs =
    [
        "attributes.output.value", "attributes.llm.output_messages.0.message.content", "attributes.llm.output_messages.contents",
        "attributes.llm.output_messages", "attributes.llm.choices", "attributes.llm.choices.0.completion.text",
        "attributes.llm.output_messages.0.message.tool_calls", "output", "answer", "response", "result",
    ];

    private static readonly string[] Contexts =
    [
        "attributes.retrieval.documents.0.document.content", "attributes.retrieval.documents.contents", "attributes.retrieval.documents",
        "attributes.reranker.output_documents.0.document.content", "attributes.reranker.output_documents", "context", "reference", "documents",
    ];

    private static readonly (string[] Words, string[] Columns)[] Kinds =
    [
        (["context", "document", "retriev", "reference", "source", "passage"], Contexts),
        (["output", "answer", "response", "completion", "result", "generat"], Outputs),
        (["input", "question", "query", "prompt", "user", "request"], Inputs),
    ];

    /// <summary>The columns, the likeliest first.</summary>
    /// <param name="missing">The path that the rows lack.</param>
    /// <param name="variable">The variable that it fills.</param>
    /// <param name="counts">The columns of the rows that lack it.</param>
    internal static IReadOnlyList<FittingColumn> Of(string missing, string variable, ColumnCounts counts, SeenColumns seen)
    {
        var candidates = new List<(int Rank, long Rows, string Name)>();
        var kind = KindOf(missing) ?? KindOf(variable);
        for (var i = 0; i < seen.Count; i++)
        {
            var rows = counts[i];
            if (rows == 0 || rows < counts.Rows * LeastShare || !seen.MayBeRead(i))
                continue;
            var name = seen.NameAt(i);
            if (name != missing && RankOf(name, missing, variable, kind) is { } rank)
                candidates.Add((rank, rows, name));
        }

        var fitting = new List<FittingColumn>();
        var inOrder = candidates.OrderBy(one => one.Rank).ThenByDescending(one => one.Rows).ThenBy(one => one.Name, StringComparer.Ordinal);
        foreach (var (_, rows, name) in inOrder)
        {
            // A list says no more than its first entry.
            if (fitting.Count < MostShown && !fitting.Exists(one => one.Name.StartsWith(name + ".", StringComparison.Ordinal)))
                fitting.Add(new FittingColumn(name, rows));
        }

        return fitting;
    }

    private static int? RankOf(string name, string missing, string variable, string[]? kind)
    {
        const int OfName = 1, OfEnd = 2, OfKind = 10;
        if (name.Length <= NearestName.LongestWord && missing.Length <= NearestName.LongestWord && NearestName.IsSlip(missing, name))
            return OfName;
        if (name.StartsWith(missing + ".", StringComparison.Ordinal))
            return OfEnd;
        if (Array.IndexOf(kind ?? [], name) is >= 0 and var position)
            return OfKind + position;
        // attributes.output.value on a run of an experiment: output.
        if (missing.EndsWith("." + name, StringComparison.Ordinal) || name.EndsWith("." + missing, StringComparison.Ordinal)
            || name == variable || name == "attributes." + variable)
        {
            return OfEnd;
        }

        return null;
    }

    private static string[]? KindOf(string text)
    {
        foreach (var (words, columns) in Kinds)
        {
            if (Array.Exists(words, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
                return columns;
        }

        return null;
    }
}
