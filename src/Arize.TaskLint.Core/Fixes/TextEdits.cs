using System.Text;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>Applies edits to a text.</summary>
public static class TextEdits
{
    /// <summary>
    /// The groups of edits that can be made together: of groups whose parts of the text overlap or touch, the one that begins first. The
    /// edits of a group are made together or not at all.
    /// </summary>
    /// <param name="groups">The edits of each fix, in any order.</param>
    /// <returns>The positions of those groups, in the order of the text.</returns>
    public static IReadOnlyList<int> Choose(IReadOnlyList<IReadOnlyList<TextEdit>> groups)
    {
        var chosen = new List<int>();
        var (end, onlyRemoves) = (-1, true);
        foreach (var index in Enumerable.Range(0, groups.Count).Where(i => groups[i].Count > 0).OrderBy(i => groups[i].Min(edit => edit.Place.Start)))
        {
            var group = groups[index];
            var removes = group.All(edit => edit.NewText.Length == 0);
            var start = group.Min(edit => edit.Place.Start);
            // An insertion at the edge of another edit might end up on its wrong side. Parts that are removed may be adjacent.
            if (start < end || (start == end && !(removes && onlyRemoves)))
                continue;
            (end, onlyRemoves) = (group.Max(edit => edit.Place.End), removes);
            chosen.Add(index);
        }

        return chosen;
    }

    /// <summary>The text with the edits made.</summary>
    /// <param name="edits">Edits that do not overlap, in any order.</param>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var done = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Place.Start).ThenBy(edit => edit.Place.End))
        {
            result.Append(text, done, edit.Place.Start - done).Append(edit.NewText);
            done = edit.Place.End;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
