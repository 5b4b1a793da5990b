using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>A filter that is ready to be evaluated, row by row, without allocation. One thread may use it at a time.</summary>
internal sealed class FilterEvaluator
{
    // Nobody mixes more kinds of values in one filter. With more, nothing is said of the row.
    private const int MostDoubts = 10;

    /// <summary>How many terms <see cref="Met"/> tells apart.</summary>
    internal const int MostBits = 8;

    private readonly FilterReading reading = new();
    private readonly RowVerdict[] verdicts = new RowVerdict[1 << MostDoubts];
    private readonly FilterNode root;
    private readonly FilterNode[] nodes;
    private readonly RowOutcome[] outcomes;
    private readonly Truth[] truths;
    private readonly bool isAnd;

    private FilterEvaluator(FilterText filter, AskedColumns columns, SharedTerms? shared = null)
    {
        Filter = filter;
        var compiler = new FilterCompiler(columns);
        if (filter.WellFormed is { } term)
        {
            Word = term is JoinedTerm { Symbols: null } joined ? joined.Word : null;
            isAnd = Word != "OR";
            var terms = Word is null ? [term] : FilterWriter.TermsOf(term, Word);
            nodes = [.. terms.Select(one => compiler.Ready(one))];
            if (shared is not null)
                nodes = [.. nodes.Select((node, i) => shared.Of(filter.Slice(terms[i].Start, terms[i].End), node))];
            Terms = [.. terms.Select(one => new EvaluatedTerm(one.Start, one.End))];
        }
        else
        {
            isAnd = true;
            var (start, end, reason) = filter.Malformed.Count > 0
                ? (filter.Malformed[0].Start, filter.Malformed[0].End, "a syntax error")
                : (0, filter.Text.Length, "a comment, or too long a text");
            nodes = [compiler.Unknown(start, end, reason)];
            Terms = [new EvaluatedTerm(0, filter.Text.Length)];
        }

        root = nodes.Length == 1 ? nodes[0] : new JoinNode(isAnd, nodes, isForeign: false);
        outcomes = new RowOutcome[nodes.Length];
        truths = new Truth[nodes.Length];
        Undetermined = compiler.Undetermined;
        Values = compiler.Values;
        Columns = compiler.Asked;
    }

    internal FilterText Filter { get; }

    /// <summary>The word that joins <see cref="Terms"/>, <c>AND</c> or <c>OR</c>; null if there is one term.</summary>
    internal string? Word { get; }

    /// <summary>The terms that the filter joins, in the order of the text, with those in parentheses of the same word among them.</summary>
    internal IReadOnlyList<EvaluatedTerm> Terms { get; }

    /// <summary>The parts that this tool cannot evaluate; empty if it can evaluate all.</summary>
    internal IReadOnlyList<UndeterminedPart> Undetermined { get; }

    /// <summary>The values that the filter asks for by <c>=</c> and <c>IN</c>, and does not exclude.</summary>
    internal IReadOnlyList<AskedValue> Values { get; }

    /// <summary>The columns that the filter asks for.</summary>
    internal IReadOnlyList<AskedColumn> Columns { get; }

    /// <summary>Makes a filter ready.</summary>
    /// <param name="columns">The columns of the run, to which those of the filter are added.</param>
    /// <param name="shared">The terms of all filters of the run; null for a filter alone.</param>
    internal static FilterEvaluator Compile(FilterText filter, AskedColumns columns, SharedTerms? shared = null) => new(filter, columns, shared);

    /// <summary>
    /// The terms that select the row that was evaluated last, as bits; null if nothing is that simple, as one depends on what is not known.
    /// </summary>
    internal int? Met { get; private set; }

    /// <summary>What the filter says of a row.</summary>
    internal RowOutcome Evaluate(ISpanRow row)
    {
        if (EvaluateCertain(row) is { } met)
        {
            Met = met;
            return Certain(isAnd ? met == (1 << nodes.Length) - 1 : met != 0);
        }

        Met = null;
        var isPlain = true;
        for (var i = 0; i < nodes.Length; i++)
        {
            outcomes[i] = OutcomeOf(nodes[i], row, out truths[i], out var hasDoubts);
            isPlain &= !hasDoubts;
        }

        if (nodes.Length == 1)
            return outcomes[0];
        if (!isPlain)
            return OutcomeOf(root, row, out _, out _);
        var all = truths[0];
        for (var i = 1; i < truths.Length; i++)
            all = isAnd ? TruthLogic.And(all, truths[i]) : TruthLogic.Or(all, truths[i]);
        return Certain(VerdictOf(all));
    }

    /// <summary>What a term says of the row that was evaluated last.</summary>
    /// <param name="term">Its position in <see cref="Terms"/>.</param>
    internal RowOutcome OutcomeOf(int term) => Met is { } met ? Certain((met & (1 << term)) != 0) : outcomes[term];

    /// <summary>All outcomes that the filter can have for a row by one reading.</summary>
    internal Truth Evaluate(ISpanRow row, FilterDoubts otherwise)
    {
        reading.Otherwise = otherwise;
        return root.Of(row, reading);
    }

    // Most rows leave nothing in doubt. Filters are many, so that their number times the rows is what a trial takes.
    private int? EvaluateCertain(ISpanRow row)
    {
        if (nodes.Length > MostBits)
            return null;
        (reading.Otherwise, reading.Met) = (FilterDoubts.None, FilterDoubts.None);
        var met = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            var truth = nodes[i].Of(row, reading);
            if (truth == Truth.True)
                met |= 1 << i;
            else if ((truth & Truth.True) != 0)
                return null;
            if (reading.Met != FilterDoubts.None)
                return null;
        }

        return met;
    }

    private static RowOutcome Certain(bool isSelected) => Certain(isSelected ? RowVerdict.Selected : RowVerdict.NotSelected);

    private RowOutcome OutcomeOf(FilterNode node, ISpanRow row, out Truth plain, out bool hasDoubts)
    {
        (reading.Otherwise, reading.Met) = (FilterDoubts.None, FilterDoubts.None);
        plain = node.Of(row, reading);
        hasDoubts = reading.Met != FilterDoubts.None;
        return hasDoubts ? OfAllReadings(node, row, VerdictOf(plain)) : Certain(VerdictOf(plain));
    }

    private RowOutcome OfAllReadings(FilterNode node, ISpanRow row, RowVerdict plain)
    {
        while (true)
        {
            var met = reading.Met;
            var count = BitsOf(met);
            if (count > MostDoubts)
                return new RowOutcome(RowVerdict.Unknown, plain, FilterDoubts.None);
            verdicts[0] = plain;
            for (var i = 1; i < 1 << count; i++)
            {
                reading.Otherwise = Spread(i, met);
                verdicts[i] = VerdictOf(node.Of(row, reading));
            }

            // A reading may lead to parts that others do not lead to.
            if (reading.Met == met)
                return Together(met, count, plain);
        }
    }

    private RowOutcome Together(FilterDoubts met, int count, RowVerdict plain)
    {
        var doubts = 0;
        for (var i = 0; i < 1 << count; i++)
        {
            if (verdicts[i] == RowVerdict.Unknown)
                return new RowOutcome(RowVerdict.Unknown, plain, FilterDoubts.None);
            for (var bit = 1; bit < 1 << count; bit <<= 1)
                doubts |= verdicts[i] != verdicts[i ^ bit] ? bit : 0;
        }

        if (doubts == 0)
            return Certain(plain);
        var told = Spread(doubts, met);
        // The narrower question says it.
        if ((told & (FilterDoubts.NumbersAndTexts | FilterDoubts.BooleansAndTexts)) != 0)
            told &= ~FilterDoubts.OtherKinds;
        return new RowOutcome(RowVerdict.Depends, plain, told);
    }

    private static RowOutcome Certain(RowVerdict verdict) => new(verdict, verdict, FilterDoubts.None);

    private static RowVerdict VerdictOf(Truth truth) =>
        truth == Truth.True ? RowVerdict.Selected : (truth & Truth.True) == 0 ? RowVerdict.NotSelected : RowVerdict.Unknown;

    private static int BitsOf(FilterDoubts doubts)
    {
        var count = 0;
        for (var left = (int)doubts; left != 0; left &= left - 1)
            count++;
        return count;
    }

    // The doubts at the positions of the bits of a number among those that were met.
    private static FilterDoubts Spread(int bits, FilterDoubts met)
    {
        var result = 0;
        for (var left = (int)met; left != 0; left &= left - 1, bits >>= 1)
            result |= (bits & 1) != 0 ? left & -left : 0;
        return (FilterDoubts)result;
    }
}

/// <summary>A term that a filter joins with others.</summary>
/// <param name="Start">Where it begins in the filter's text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct EvaluatedTerm(int Start, int End);
