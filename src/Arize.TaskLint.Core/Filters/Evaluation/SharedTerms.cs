using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>The terms of the filters of a run, each once, however many filters have it.</summary>
internal sealed class SharedTerms
{
    /// <summary>How many rows are evaluated together.</summary>
    internal const int MostRows = 64;

    private readonly Dictionary<string, SharedNode> nodes = new(StringComparer.Ordinal);
    private readonly List<SharedNode> shared = [];

    /// <summary>A node that is evaluated once for a row.</summary>
    /// <param name="text">The text of the term.</param>
    /// <param name="node">The term.</param>
    internal FilterNode Of(string text, FilterNode node)
    {
        if (!nodes.TryGetValue(text, out var known))
            nodes.Add(text, known = new SharedNode(node));
        else if (known.Share())
            shared.Add(known);
        return known;
    }

    /// <summary>Evaluates the terms that several filters have.</summary>
    internal void Prepare(IReadOnlyList<BatchRow> rows)
    {
        foreach (var node in shared)
            node.Prepare(rows);
    }
}
