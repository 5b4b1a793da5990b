using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Whether the saved pages of a list are complete: each page that has a successor, or does not clearly have none, must be followed by one that ends
/// the list.
/// </summary>
internal struct SavedPages
{
    // A page of the API has 50 entries by default and 100 at most. A longer list was merged from pages, and is not one.
    private static readonly int[] FullPages = [50, 100];

    private static readonly string[] CursorNames = ["next_cursor", "nextCursor", "next_page_token", "nextPageToken"];
    private static readonly string[] MoreNames = ["has_more", "hasMore"];

    /// <summary>Whether a page has a successor, and no later page ends the list.</summary>
    internal bool GoesOn { get; private set; }

    /// <summary>Whether it is not clear that the list ends with a page, and no later one ends it.</summary>
    internal bool IsUnclear { get; private set; }

    /// <summary>Whether a page ends its list.</summary>
    internal bool Ends { get; private set; }

    /// <summary>
    /// Records a list that was saved without the members of a page. It counts as a complete list, unless it has the length of a full page: the
    /// members that are missing may have named a successor.
    /// </summary>
    /// <param name="count">How many entries it has.</param>
    internal void NoteAlone(int count) => IsUnclear |= !GoesOn && FullPages.Contains(count);

    /// <summary>Records a page.</summary>
    /// <param name="count">How many entries it has.</param>
    internal void Note(MappingNode answer, int count)
    {
        var pagination = answer["pagination"];
        Node? Member(string name) => (pagination as MappingNode)?[name] ?? answer[name];
        var told = MoreNames.Select(Member).OfType<Node>().ToList();
        var says = told.OfType<ScalarNode>()
            .Where(one => !one.IsNull)
            .Select(one => !PlainScalar.TryBoolean(one.Text, out var more) || more)
            .ToList();
        var hasCursor = CursorNames.Any(name => Member(name) is ScalarNode { IsNull: false, Text.Length: > 0 });
        if (told.Count == 0 && !hasCursor && pagination is null)
        {
            NoteAlone(count);
            return;
        }

        GoesOn = says.Contains(true) || (hasCursor && says.Count == 0);
        IsUnclear = !GoesOn && (hasCursor || says.Count == 0);
        Ends |= !GoesOn && !IsUnclear;
    }
}
