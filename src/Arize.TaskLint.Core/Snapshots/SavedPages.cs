using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>Whether the pages of a list that were saved are all of it: each page that goes on must be followed by one that ends the list.</summary>
internal struct SavedPages
{
    private static readonly string[] CursorNames = ["next_cursor", "nextCursor", "next_page_token", "nextPageToken"];

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

    // Null where the answer does not tell. Some keep what belongs to 'pagination' beside the list, or under the names of other APIs.
    private static bool? HasMore(MappingNode answer)
    {
        var pagination = answer["pagination"] as MappingNode;
        bool? says = (pagination?["has_more"] ?? answer["has_more"]) is ScalarNode { IsNull: false } given
            ? !PlainScalar.TryBoolean(given.Text, out var more) || more
            : null;
        if (says != false && CursorNames.Any(name => (pagination?[name] ?? answer[name]) is ScalarNode { IsNull: false, Text.Length: > 0 }))
            return true;
        return says ?? ((pagination?["hasMore"] ?? answer["hasMore"]) is ScalarNode { Text: var other } && PlainScalar.TryBoolean(other, out var goesOn) ? goesOn : null);
    }
}
