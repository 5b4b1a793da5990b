using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>
/// Counts what a filter says of the rows of a sample, and keeps what explains it: what each term selects, which terms no row meets together, and
/// which values occur where another one is asked for. Its memory is bounded, however many rows there are.
/// </summary>
/// <param name="evaluator">The filter.</param>
internal sealed class FilterTally(FilterEvaluator evaluator)
{
    // More terms than these have no realistic filter; the sets of them that occur together are few.
    private const int MostTerms = 64;
    private const int MostSets = 1024;

    private readonly RowCounts[] terms = new RowCounts[evaluator.Terms.Count];
    private readonly List<AskedColumn> absent = [.. evaluator.Columns];
    private readonly Dictionary<FilterDoubts, long> doubts = [];
    private readonly Dictionary<int, ValueTally> values = ValuesOf(evaluator);
    private readonly List<(int Column, ValueTally Tally)> open = [];
    private Dictionary<ulong, long>? together = evaluator.Terms.Count <= MostTerms ? [] : null;
    private RowCounts whole;

    // Rows of which each term says something certain, by the terms that select them; not yet among the other counts.
    private long[]? certain;
    private bool hasCertain;

    internal FilterEvaluator Evaluator => evaluator;

    /// <summary>The number of rows.</summary>
    internal long Rows { get; private set; }

    /// <summary>What the whole filter selects.</summary>
    internal RowCounts Whole
    {
        get
        {
            CountCertain();
            return whole;
        }
    }

    /// <summary>What each of <see cref="FilterEvaluator.Terms"/> selects alone.</summary>
    internal IReadOnlyList<RowCounts> Terms
    {
        get
        {
            CountCertain();
            return terms;
        }
    }

    /// <summary>The doubts on which rows depend together, each set with the number of the rows.</summary>
    internal IReadOnlyDictionary<FilterDoubts, long> Doubts => doubts;

    /// <summary>The columns that no row has.</summary>
    internal IEnumerable<AskedColumn> AbsentColumns => Rows == 0 ? [] : absent;

    /// <summary>Adds a row.</summary>
    /// <returns>What the filter says of it.</returns>
    internal RowOutcome Add(ISpanRow row)
    {
        var outcome = evaluator.Evaluate(row);
        if (Rows++ == 0)
            open.AddRange(values.Select(one => (one.Key, one.Value)));
        if (evaluator.Met is { } met)
        {
            (certain ??= new long[1 << terms.Length])[met]++;
            hasCertain = true;
        }
        else
        {
            Count(outcome);
        }

        // A column that was there once is not looked for again, nor are values once all that are asked for have occurred.
        for (var i = absent.Count - 1; i >= 0; i--)
        {
            if (row.Value(absent[i].Column).Kind != SpanValueKind.Missing)
                absent.RemoveAt(i);
        }

        for (var i = open.Count - 1; i >= 0; i--)
        {
            open[i].Tally.Add(row.Value(open[i].Column));
            if (open[i].Tally.IsDone)
                open.RemoveAt(i);
        }

        return outcome;
    }

    /// <summary>
    /// The fewest terms that no row meets together, though some rows meet each, as positions in <see cref="FilterEvaluator.Terms"/>; null if a single
    /// term explains why nothing is selected, if rows are selected, or if it is not known.
    /// </summary>
    internal IReadOnlyList<int>? Disjoint()
    {
        CountCertain();
        if (together is null || evaluator.Word != "AND" || Rows == 0 || whole.Most > 0 || Array.Exists(terms, one => one.Most == 0))
            return null;
        for (var size = 2; size <= Math.Min(terms.Length, 4); size++)
        {
            if (Find(size, 0, 0) is { } found)
                return [.. Enumerable.Range(0, terms.Length).Where(i => (found & (1UL << i)) != 0)];
        }

        return null;
    }

    /// <summary>Whether a value that the filter asks for occurs in its column; null if that is not known.</summary>
    internal bool? Occurs(AskedValue asked) => values.TryGetValue(asked.Column, out var tally) ? tally.Has(asked.Value) : null;

    /// <summary>
    /// The values that occur in the column of a value that is asked for, the nearest ones first, then the most frequent ones; empty unless the column
    /// has few and short values by its nature. Nothing that people have written is among them.
    /// </summary>
    /// <param name="most">The maximum number of values.</param>
    internal IReadOnlyList<CountedValue> NearestValues(AskedValue asked, int most = 5) =>
        values.TryGetValue(asked.Column, out var tally) ? tally.Nearest(asked.Value, most) : [];

    private static Dictionary<int, ValueTally> ValuesOf(FilterEvaluator evaluator)
    {
        var tallies = new Dictionary<int, ValueTally>();
        foreach (var asked in evaluator.Values)
        {
            if (!NamingColumns.Are(asked.Name))
                continue;
            if (!tallies.TryGetValue(asked.Column, out var tally))
                tallies.Add(asked.Column, tally = new ValueTally(NamingColumns.AreOfPeople(asked.Name)));
            tally.Want(asked.Value);
        }

        return tallies;
    }

    private void Count(RowOutcome outcome)
    {
        whole = whole.With(outcome);
        if (outcome.Doubts != FilterDoubts.None)
            doubts[outcome.Doubts] = (doubts.TryGetValue(outcome.Doubts, out var count) ? count : 0) + 1;
        var met = 0UL;
        for (var i = 0; i < terms.Length; i++)
        {
            var one = evaluator.OutcomeOf(i);
            terms[i] = terms[i].With(one);
            if (i < MostTerms && !one.IsExcluded)
                met |= 1UL << i;
        }

        AddTogether(met, 1);
    }

    private void CountCertain()
    {
        if (!hasCertain)
            return;
        hasCertain = false;
        for (var met = 0; met < certain!.Length; met++)
        {
            var rows = certain[met];
            if (rows == 0)
                continue;
            certain[met] = 0;
            if (evaluator.Word == "OR" ? met != 0 : met == certain.Length - 1)
                whole = whole.WithSelected(rows);
            for (var i = 0; i < terms.Length; i++)
            {
                if ((met & (1 << i)) != 0)
                    terms[i] = terms[i].WithSelected(rows);
            }

            AddTogether((ulong)met, rows);
        }
    }

    private void AddTogether(ulong met, long rows)
    {
        if (together is null)
            return;
        if (together.TryGetValue(met, out var count))
            together[met] = count + rows;
        else if (together.Count < MostSets)
            together.Add(met, rows);
        else
            together = null;
    }

    // The first set of so many terms, in the order of the text, that no row meets.
    private ulong? Find(int size, int from, ulong chosen)
    {
        if (size == 0)
            return together!.Keys.Any(met => (met & chosen) == chosen) ? null : chosen;
        for (var i = from; i <= terms.Length - size; i++)
        {
            if (Find(size - 1, i + 1, chosen | (1UL << i)) is { } found)
                return found;
        }

        return null;
    }
}
