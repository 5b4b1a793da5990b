namespace Arize.TaskLint.Core.Filters;

/// <summary>A condition on a column that every matching row meets.</summary>
internal abstract record ColumnCondition(string Column, FilterTerm Term);

/// <summary>A column has one of some texts.</summary>
internal sealed record OneOfTexts(string Column, FilterTerm Term, IReadOnlyList<string> Texts) : ColumnCondition(Column, Term);

/// <summary>A column has none of the given texts.</summary>
internal sealed record NoneOfTexts(string Column, FilterTerm Term, IReadOnlyList<string> Texts) : ColumnCondition(Column, Term);

/// <summary>A column has one of some numbers.</summary>
internal sealed record OneOfNumbers(string Column, FilterTerm Term, IReadOnlyList<double> Numbers) : ColumnCondition(Column, Term);

/// <summary>A column has a number within bounds.</summary>
/// <param name="Least">The lower bound.</param>
/// <param name="Most">The upper bound.</param>
/// <param name="IsOpen">Whether the bounds themselves are outside.</param>
internal sealed record NumberRange(string Column, FilterTerm Term, double Least, double Most, bool IsOpen) : ColumnCondition(Column, Term)
{
    internal bool Has(double number) => IsOpen ? number > Least && number < Most : number >= Least && number <= Most;
}

/// <summary>A column has a value, or has no value.</summary>
internal sealed record Presence(string Column, FilterTerm Term, bool IsNone) : ColumnCondition(Column, Term);

/// <summary>The conditions that all rows of a filter meet, and which of them exclude each other.</summary>
internal static class FilterConditions
{
    // No realistic filter has more conditions on one column.
    private const int MostOfColumn = 50;

    /// <summary>The conditions that a filter joins by AND; empty for any other filter.</summary>
    internal static IEnumerable<ColumnCondition> Of(FilterText filter) =>
        filter.WellFormed is { } root ? FilterWriter.TermsOf(root, "AND").Select(term => Of(term, filter.Text)).OfType<ColumnCondition>() : [];

    /// <summary>The first two conditions that exclude each other, or null.</summary>
    /// <param name="first">Conditions that hold together.</param>
    /// <param name="second">Further ones that have to hold with them.</param>
    internal static (ColumnCondition First, ColumnCondition Second)? Conflict(IEnumerable<ColumnCondition> first, IEnumerable<ColumnCondition> second)
    {
        var byColumn = new Dictionary<string, List<ColumnCondition>>(StringComparer.Ordinal);
        foreach (var condition in first)
            Add(byColumn, condition);
        foreach (var condition in second)
        {
            if (byColumn.TryGetValue(condition.Column, out var others)
                && others.Find(other => Excludes(other, condition) || Excludes(condition, other)) is { } other)
            {
                return (other, condition);
            }
        }

        return null;
    }

    /// <summary>The first two conditions of one filter that exclude each other, or null.</summary>
    internal static (ColumnCondition First, ColumnCondition Second)? Conflict(IEnumerable<ColumnCondition> conditions)
    {
        var byColumn = new Dictionary<string, List<ColumnCondition>>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            if (byColumn.TryGetValue(condition.Column, out var others)
                && others.Find(other => Excludes(other, condition) || Excludes(condition, other)) is { } other)
            {
                return (other, condition);
            }

            Add(byColumn, condition);
        }

        return null;
    }

    /// <summary>The BETWEEN terms of a filter whose lower bound is above the upper one, so that nothing lies between them.</summary>
    internal static IEnumerable<BetweenTerm> Reversed(FilterText filter) =>
        filter.Terms.OfType<BetweenTerm>().Where(between => (between.Low, between.High) switch
        {
            (NumberOperand low, NumberOperand high) => low.Value > high.Value,
            (TextOperand low, TextOperand high) =>
                FilterTime.Of(low.Value) is { } first && FilterTime.Of(high.Value) is { } last && first.IsCertainlyAfter(last),
            _ => false,
        });

    private static void Add(Dictionary<string, List<ColumnCondition>> byColumn, ColumnCondition condition)
    {
        if (!byColumn.TryGetValue(condition.Column, out var list))
            byColumn.Add(condition.Column, list = []);
        if (list.Count < MostOfColumn)
            list.Add(condition);
    }

    private static ColumnCondition? Of(FilterTerm term, string text) => term switch
    {
        ComparisonTerm { Left: ColumnOperand left } comparison when IsCertain(left) =>
            OfComparison(FilterWriter.Write(left), comparison.Operator, comparison.Right, term),
        ComparisonTerm { Left: TextOperand or NumberOperand, Right: ColumnOperand right } comparison
            when IsCertain(right) && Turned(comparison.Operator) is { } turned =>
            OfComparison(FilterWriter.Write(right), turned, comparison.Left, term),
        NotTerm not => OfNot(not, text),
        InTerm { Operand: ColumnOperand left } list when IsCertain(left) => OfList(FilterWriter.Write(left), list),
        NullTerm { Operand: ColumnOperand left } isNull when IsCertain(left) => new Presence(FilterWriter.Write(left), term, !isNull.IsNegated),
        BetweenTerm { Operand: ColumnOperand left, IsNegated: false, Low: NumberOperand low, High: NumberOperand high }
            when IsCertain(left) && low.Value <= high.Value =>
            new NumberRange(FilterWriter.Write(left), term, low.Value, high.Value, IsOpen: false),
        _ => null,
    };

    private static bool IsCertain(ColumnOperand column) =>
        column.Form is ColumnForm.Bare or ColumnForm.Quoted && FilterColumns.IsSingular(column.Name);

    // 5 < latency_ms
    private static string? Turned(string comparison) => comparison switch
    {
        "=" or "==" or "!=" or "<>" => comparison,
        "<" => ">",
        ">" => "<",
        "<=" => ">=",
        ">=" => "<=",
        _ => null,
    };

    private static ColumnCondition? OfNot(NotTerm not, string text)
    {
        if (Of(not.Inner, text) is not { } inner)
            return null;
        if (not.Count % 2 == 0)
            return inner with { Term = not };
        // NOT name = 'a' may be about the name alone.
        var isInParentheses = text.IndexOf('(', not.Begin, not.Inner.Start - not.Begin) >= 0;
        return inner switch
        {
            OneOfTexts one when isInParentheses => new NoneOfTexts(one.Column, not, one.Texts),
            NoneOfTexts none when isInParentheses => new OneOfTexts(none.Column, not, none.Texts),
            // A value that is not LIKE a text may be null.
            Presence presence when presence.Term is NullTerm or NotTerm => presence with { IsNone = !presence.IsNone, Term = not },
            _ => null,
        };
    }

    private static ColumnCondition? OfComparison(string column, string comparison, FilterOperand value, FilterTerm term) => (comparison, value) switch
    {
        ("=" or "==", TextOperand text) => new OneOfTexts(column, term, [text.Value]),
        ("!=" or "<>", TextOperand text) => new NoneOfTexts(column, term, [text.Value]),
        ("=" or "==", NumberOperand number) => new OneOfNumbers(column, term, [number.Value]),
        ("=" or "==", ConstantOperand { IsNull: true }) => new Presence(column, term, true),
        ("!=" or "<>", ConstantOperand { IsNull: true }) => new Presence(column, term, false),
        ("<", NumberOperand number) => new NumberRange(column, term, double.NegativeInfinity, number.Value, IsOpen: true),
        ("<=", NumberOperand number) => new NumberRange(column, term, double.NegativeInfinity, number.Value, IsOpen: false),
        (">", NumberOperand number) => new NumberRange(column, term, number.Value, double.PositiveInfinity, IsOpen: true),
        (">=", NumberOperand number) => new NumberRange(column, term, number.Value, double.PositiveInfinity, IsOpen: false),
        ("LIKE" or "ILIKE" or "CONTAINS", TextOperand) => new Presence(column, term, false),
        _ => null,
    };

    private static ColumnCondition? OfList(string column, InTerm list)
    {
        var terms = list.List.Terms.Count;
        var texts = list.Values.OfType<TextOperand>().Select(text => text.Value).ToList();
        var numbers = list.Values.OfType<NumberOperand>().Select(number => number.Value).ToList();
        return texts.Count == terms ? (list.IsNegated ? new NoneOfTexts(column, list, texts) : new OneOfTexts(column, list, texts))
            : numbers.Count == terms && !list.IsNegated ? new OneOfNumbers(column, list, numbers)
            : null;
    }

    // Texts that differ in letter case, or in blanks around them, may be equal on the server. Texts and numbers are not compared with each other.
    private static bool Excludes(ColumnCondition one, ColumnCondition other) => (one, other) switch
    {
        (Presence { IsNone: true }, OneOfTexts or OneOfNumbers or NumberRange or Presence { IsNone: false }) => true,
        (OneOfTexts a, OneOfTexts b) => !new HashSet<string>(a.Texts.Select(Loose), StringComparer.OrdinalIgnoreCase).Overlaps(b.Texts.Select(Loose))
            && AreOfOneForm(a.Texts, b.Texts),
        (OneOfTexts a, NoneOfTexts b) => new HashSet<string>(a.Texts, StringComparer.Ordinal).IsSubsetOf(b.Texts),
        (OneOfNumbers a, OneOfNumbers b) => !new HashSet<double>(a.Numbers).Overlaps(b.Numbers),
        (OneOfNumbers a, NumberRange b) => !a.Numbers.Any(b.Has),
        (NumberRange a, NumberRange b) => Math.Max(a.Least, b.Least) is var least && Math.Min(a.Most, b.Most) is var most
            && (least > most || (least == most && !(a.Has(least) && b.Has(least)))),
        _ => false,
    };

    // Times with offsets are equal if they are the same instant.
    private static string Loose(string text) =>
        FilterTime.Of(text) is { HasOffset: true, Instant: var instant }
            ? instant.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : text.Trim();

    // A day has many times, and a time without an offset may be equal to any of the others.
    private static bool AreOfOneForm(IReadOnlyList<string> texts, IReadOnlyList<string> others) =>
        texts.Concat(others)
            .Select(text => text.Trim())
            .Where(FilterTime.IsDate)
            .Select(text => FilterTime.Of(text) is { HasOffset: true } ? 0 : text.Length)
            .Distinct()
            .Count() < 2;
}
