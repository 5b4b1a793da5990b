namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>The terms of the filters of a run, each once, however many filters have it. A row is taken by all filters before the next one.</summary>
internal sealed class SharedTerms
{
    private readonly Dictionary<string, SharedNode> nodes = new(StringComparer.Ordinal);

    /// <summary>The number of the row that is evaluated now.</summary>
    internal long Row { get; set; }

    /// <summary>A node that is evaluated once for a row.</summary>
    /// <param name="text">The text of the term.</param>
    /// <param name="node">The term.</param>
    internal FilterNode Of(string text, FilterNode node)
    {
        if (nodes.TryGetValue(text, out var shared))
            shared.IsShared = true;
        else
            nodes.Add(text, shared = new SharedNode(node, this));
        return shared;
    }
}
