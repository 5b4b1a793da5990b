using Arize.TaskLint.Core.Filters;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>A term in which two filters differ.</summary>
/// <param name="Kind">Whether both filters have it in some form, or which of them has it.</param>
/// <param name="Declared">The declared term in its normal form; null where there is none.</param>
/// <param name="Live">The live term in its normal form; null where there is none.</param>
public sealed record TermChange(ChangeKind Kind, string? Declared, string? Live);

/// <summary>In which terms a declared filter and a live one differ.</summary>
internal static class FilterDifference
{
    /// <summary>
    /// The terms that changed, that only the declaration has, and that only the live task has, in this order. Empty where the whole values
    /// say it as well: each filter is one term, or they have nothing in common.
    /// </summary>
    internal static IReadOnlyList<TermChange> Between(string declared, string live)
    {
        var (own, other) = (FilterText.Parse(declared), FilterText.Parse(live));
        if (FilterWriter.Write(own) is null || FilterWriter.Write(other) is null)
            return [];
        var (first, second) = (own.Root!, other.Root!);
        var (firstWord, secondWord) = (WordOf(first), WordOf(second));
        if (firstWord is null && secondWord is null)
            return [];
        if (firstWord is null || secondWord is null || firstWord == secondWord)
            return Compare(first, second, (firstWord ?? secondWord)!);
        // The same terms joined by another word, or the one filter as a whole among the terms of the other.
        var (ownTerms, otherTerms) = (Sorted(first, firstWord), Sorted(second, secondWord));
        if (ownTerms.SequenceEqual(otherTerms))
            return [new TermChange(ChangeKind.Changed, firstWord, secondWord)];
        if (otherTerms.Contains(FilterWriter.Write(first)) || otherTerms.Contains($"({FilterWriter.Write(first)})"))
            return Compare(first, second, secondWord);
        return ownTerms.Contains(FilterWriter.Write(second)) ? Compare(first, second, firstWord) : [];
    }

    private static string? WordOf(FilterTerm root) => root is JoinedTerm { Symbols: null } joined ? joined.Word : null;

    private static List<string> Sorted(FilterTerm root, string word)
    {
        var terms = FilterWriter.TermsOf(root, word).Select(FilterWriter.Write).ToList();
        terms.Sort(StringComparer.Ordinal);
        return terms;
    }

    private static List<TermChange> Compare(FilterTerm declared, FilterTerm live, string word)
    {
        var removed = Written(declared, word);
        var added = Written(live, word);
        var kept = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, _) in added)
            kept[text] = kept.TryGetValue(text, out var count) ? count + 1 : 1;
        removed.RemoveAll(term => Takes(kept, term.Text));
        var left = new Dictionary<string, int>(kept, StringComparer.Ordinal);
        added.RemoveAll(term => !Takes(left, term.Text));

        // Of the terms that are left, those of one column belong together.
        var changes = new List<TermChange>();
        var byColumn = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < added.Count; i++)
        {
            if (added[i].Column is not { } column)
                continue;
            if (!byColumn.TryGetValue(column, out var queue))
                byColumn.Add(column, queue = new Queue<int>());
            queue.Enqueue(i);
        }

        var paired = new HashSet<int>();
        var gone = new List<TermChange>();
        foreach (var (text, column) in removed)
        {
            if (column is not null && byColumn.TryGetValue(column, out var queue) && queue.Count > 0)
            {
                var twin = queue.Dequeue();
                paired.Add(twin);
                changes.Add(new TermChange(ChangeKind.Changed, text, added[twin].Text));
            }
            else
            {
                gone.Add(new TermChange(ChangeKind.Removed, text, null));
            }
        }

        changes.AddRange(gone);
        changes.AddRange(added.Where((_, i) => !paired.Contains(i)).Select(term => new TermChange(ChangeKind.Added, null, term.Text)));
        return changes;
    }

    private static bool Takes(Dictionary<string, int> counts, string text)
    {
        if (!counts.TryGetValue(text, out var count) || count == 0)
            return false;
        counts[text] = count - 1;
        return true;
    }

    private static List<(string Text, string? Column)> Written(FilterTerm root, string word) =>
        [.. FilterWriter.TermsOf(root, word).Select(term => (FilterWriter.Write(term), ColumnOf(term)))];

    private static string? ColumnOf(FilterTerm term) => term switch
    {
        NotTerm not => ColumnOf(not.Inner),
        JoinedTerm or OpaqueTerm or MissingTerm => null,
        _ => FilterWalk.Operands(term) is { Count: > 0 } operands ? FilterWriter.Write(operands[0]) : null,
    };
}
