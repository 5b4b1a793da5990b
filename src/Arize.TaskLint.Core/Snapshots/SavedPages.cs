using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Snapshots;

/// <summary>
/// Whether the pages of a list that were saved are all of it: each page that goes on, or does not say clearly that it does not,
/// must be followed by one that ends the list.
/// </summary>
internal struct SavedPages
{
    // A page of the API has 50 entries, or 100 where as many as possible are asked for. What is longer was put together, and is no page.
    private static readonly int[] FullPages = [50, 100];

    private static readonly string[] CursorNames = ["next_cursor", "nextCursor", "next_page_token", "nextPageToken"];
    private static readonly string[] MoreNames = ["has_more", "hasMore"];

    /// <summary>Whether a page says that the list goes on, and no later one ends it.</summary>
    internal bool GoesOn { get; private set; }

    /// <summary>Whether it is not clear that the list ends with a page, and no later one ends it.</summary>
    internal bool IsUnclear { get; private set; }

    /// <summary>Whether a page says that it ends the list.</summary>
    internal bool Ends { get; private set; }

    /// <summary>
    /// Takes note of a list that was saved without what pages have. It is a list of its own, but for one that is as long as full pages are: what
    /// was left out may have said that it goes on.
    /// </summary>
    /// <param name="count">How many entries it has.</param>
    internal void NoteAlone(int count) => IsUnclear |= !GoesOn && FullPages.Contains(count);

    /// <summary>Takes note of a page.</summary>
    /// <param name="answer">The list answer.</param>
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
