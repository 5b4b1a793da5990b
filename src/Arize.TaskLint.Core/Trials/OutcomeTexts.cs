using System.Globalization;
using Arize.TaskLint.Core.Filters.Evaluation;

namespace Arize.TaskLint.Core.Trials;

/// <summary>Says what the counts of a filter mean.</summary>
internal static class OutcomeTexts
{
    private const int MostColumns = 2;

    private static readonly (FilterDoubts Doubt, string Text)[] Doubts =
    [
        (FilterDoubts.CaseOfEquality, "whether letter case counts in '='"),
        (FilterDoubts.CaseOfContains, "whether letter case counts in CONTAINS"),
        (FilterDoubts.CaseOfLike, "whether letter case counts in LIKE"),
        (FilterDoubts.Like, "whether LIKE works in the filter of a task"),
        (FilterDoubts.NumbersAndTexts, "how a number and a text compare"),
        (FilterDoubts.BooleansAndTexts, "whether a truth value equals its text"),
        (FilterDoubts.OtherKinds, "how values of different kinds compare"),
        (FilterDoubts.TimeZones, "which zone a time without an offset is in"),
        (FilterDoubts.TimesAsTexts, "whether times in attributes compare as times"),
        (FilterDoubts.Structures, "whether a list or an object compares as its JSON"),
        (FilterDoubts.ForeignSigns, "whether the server knows a sign of another query language"),
        (FilterDoubts.DoubleQuotes, "whether a value in double quotes is a text"),
        (FilterDoubts.FormsOfBooleans, "whether a truth value has another form, such as 1"),
        (FilterDoubts.Entries, "whether a list or an object is compared entry by entry"),
        (FilterDoubts.Texts, "whether the server looks into the text of a column"),
        (FilterDoubts.CaseOfColumns, "whether letter case counts in names of columns"),
        (FilterDoubts.SpanKind, "whether span_kind works in the filter of a task (ATL5004)"),
        (FilterDoubts.Beginnings, "whether a name that is only the beginning of columns has a value"),
        (FilterDoubts.EmptyParents, "whether an empty parent_id is NULL"),
    ];

    internal static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent; 100 only for all.</summary>
    internal static string Percent(long part, long whole) =>
        (part == whole ? 100 : Math.Min(99, 100.0 * part / whole)).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>What is in doubt, as a part of a sentence.</summary>
    internal static string Of(IReadOnlyDictionary<FilterDoubts, long> doubts)
    {
        var all = doubts.Keys.Aggregate(FilterDoubts.None, (one, other) => one | other);
        return string.Join(", ", Doubts.Where(one => (all & one.Doubt) != 0).Select(one => one.Text));
    }

    /// <summary>The outcome of a filter.</summary>
    /// <param name="occurring">The columns of all rows, with the number of rows.</param>
    internal static FilterOutcome? OutcomeOf(
        TrialFilter? filter, Func<IReadOnlyDictionary<string, long>> occurring, string noun, string? letter = null)
    {
        if (filter is null)
            return null;
        var (tally, whole) = (filter.Tally, filter.Tally.Whole);
        var evaluator = tally.Evaluator;
        return new FilterOutcome(Excerpt.Of(filter.Value.ShownText), tally.Rows, whole.Selected, whole.Depends + whole.Unknown)
        {
            Letter = letter,
            // What a variable holds is in no output, and so no part of what it was filled into.
            Terms = filter.IsFilled || evaluator.Terms.Count < 2 ? []
                : [.. evaluator.Terms.Select((term, i) => new TermOutcome(
                    TextOf(filter, term.Start, term.End), tally.Terms[i].Unknown > 0 ? null : tally.Terms[i].Most))],
            Notes = filter.IsFilled ? [] : [.. NotesOn(filter, occurring, noun).Distinct()],
        };
    }

    /// <summary>The part of a filter that explains why it selects nothing, and how; null where nothing in it does.</summary>
    internal static (int Start, int End, string Text)? CauseOf(TrialFilter filter, Func<IReadOnlyDictionary<string, long>> occurring, string noun)
    {
        if (filter.IsFilled)
            return null;
        var (tally, evaluator) = (filter.Tally, filter.Tally.Evaluator);
        for (var i = 0; i < evaluator.Terms.Count; i++)
        {
            if (tally.Terms[i].Most > 0 || evaluator.Word == "OR")
                continue;
            var term = evaluator.Terms[i];
            var what = evaluator.Terms.Count > 1 ? $"no {noun} matches {TextOf(filter, term.Start, term.End)}" : null;
            var why = WhyNone(tally, term, occurring, noun).FirstOrDefault();
            return (term.Start, term.End, string.Join("; ", new[] { what, why }.OfType<string>()));
        }

        if (tally.Disjoint() is { } together)
        {
            var terms = together.Select(i => $"{TextOf(filter, evaluator.Terms[i].Start, evaluator.Terms[i].End)} "
                + $"({Number(tally.Terms[i].Most)})").ToList();
            var last = evaluator.Terms[together[together.Count - 1]];
            return (last.Start, last.End, $"each of {string.Join(" and ", terms)} matches something, and no {noun} matches {All(terms.Count)}");
        }

        return null;
    }

    private static string All(int count) => count == 2 ? "both" : "all of them";

    private static string TextOf(TrialFilter filter, int start, int end) => Excerpt.Of(filter.Declared.Text.Slice(start, end));

    private static IEnumerable<string> NotesOn(TrialFilter filter, Func<IReadOnlyDictionary<string, long>> occurring, string noun)
    {
        var (tally, evaluator) = (filter.Tally, filter.Tally.Evaluator);
        foreach (var part in evaluator.Undetermined)
            yield return $"not evaluated: {part.Reason}: {TextOf(filter, part.Start, part.End)}";
        if (tally.Rows == 0)
            yield break;
        if (tally.Doubts.Count > 0)
            yield return $"{Number(tally.Whole.Depends)} more depend on what is not documented: {Of(tally.Doubts)}";
        for (var i = 0; i < evaluator.Terms.Count; i++)
        {
            if (tally.Terms[i].Most > 0)
                continue;
            foreach (var why in WhyNone(tally, evaluator.Terms[i], occurring, noun))
                yield return why;
        }

        if (tally.Disjoint() is { } together)
            yield return $"each part matches something, and no {noun} matches {All(together.Count)}";
    }

    private static IEnumerable<string> WhyNone(
        FilterTally tally, EvaluatedTerm term, Func<IReadOnlyDictionary<string, long>> occurring, string noun)
    {
        var absent = tally.AbsentColumns.Where(one => one.Start >= term.Start && one.End <= term.End).ToList();
        foreach (var column in absent)
        {
            var nearest = NearestColumns.Of(column.Name, occurring(), MostColumns);
            var meant = nearest.Count == 0 ? ""
                : $"; near to it are {string.Join(", ", nearest.Select(one => $"{Excerpt.Of(one.Value)} ({Number(one.Rows)})"))}";
            yield return $"no {noun} has '{Excerpt.Of(column.Name)}'{meant}";
        }

        // The entries of a list ask for one column: its values are told once.
        foreach (var ofColumn in tally.Evaluator.Values.Where(one => one.Start >= term.Start && one.End <= term.End).GroupBy(one => one.Column))
        {
            var asked = ofColumn.FirstOrDefault(one => tally.Occurs(one) == false);
            if (asked.Name is null || tally.NearestValues(asked) is not { Count: > 0 } values)
                continue;
            var occur = values.Select(one => $"'{Excerpt.Of(one.Value)}' ({Number(one.Rows)})");
            yield return $"{Excerpt.Of(asked.Name)} is {string.Join(", ", occur)}";
        }
    }
}
