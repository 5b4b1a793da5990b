using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>Whether the pages of a list that were saved are all of it: each page that goes on must be followed by one that ends the list.</summary>
internal struct SavedPages
{
    /// <summary>Whether a page says that the list goes on, and no later one ends it.</summary>
    internal bool GoesOn { get; private set; }

    /// <summary>Whether a page says that it ends the list.</summary>
    internal bool Ends { get; private set; }

    /// <summary>Takes note of a page.</summary>
    /// <param name="answer">The list answer.</param>
    internal void Note(MappingNode answer)
    {
        if (HasMore(answer) is not { } more)
            return;
        GoesOn = more;
        Ends |= !more;
    }

    // Null where the answer does not tell.
    private static bool? HasMore(MappingNode answer) => answer["pagination"] is not MappingNode pagination ? null
        : pagination["has_more"] is ScalarNode { Text: var text } && PlainScalar.TryBoolean(text, out var more) ? more
        : pagination["next_cursor"] is ScalarNode { IsNull: false, Text.Length: > 0 } ? true
        : null;
}
