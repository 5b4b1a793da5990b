using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Reading;

/// <summary>Where a reading is in the tree, and what it has found there.</summary>
internal sealed class ReadingNotes
{
    /// <summary>Where it is.</summary>
    internal PathCursor Path { get; } = new();

    /// <summary>What does not fit.</summary>
    internal List<Problem> Problems { get; private set; } = [];

    /// <summary>The matchers in place of values.</summary>
    internal List<DeclaredMatcher> Matchers { get; private set; } = [];

    /// <summary>Notes what does not fit.</summary>
    internal void Add(Problem problem) => Problems.Add(problem);

    /// <summary>Begins anew. What was found before is kept by those who have it.</summary>
    /// <param name="problems">Where to note what does not fit; null for a list of its own.</param>
    internal void Restart(List<Problem>? problems = null)
    {
        if (problems is not null || Problems.Count > 0)
            Problems = problems ?? [];
        if (Matchers.Count > 0)
            Matchers = [];
    }

    /// <summary>Notes the keys of a mapping that occur again.</summary>
    internal void AddRepeated(MappingNode node)
    {
        if (node.Repeated.Count == 0)
            return;
        var firsts = node.EntryArray.ToDictionary(entry => entry.Key.Text, StringComparer.Ordinal);
        foreach (var entry in node.Repeated)
            Add(new RepeatedKey(entry, Path.To(entry.Key.Text), node, firsts[entry.Key.Text]));
    }
}
