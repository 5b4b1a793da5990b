using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

/// <summary>What holds for any filter and any row, by every reading of what is not documented.</summary>
public sealed class FilterLawTests
{
    [Fact]
    public void The_negation_of_a_negation_selects_the_same() => AreSame((filter, random) => $"NOT NOT ({filter.Print(random)})");

    [Fact]
    public void The_normal_form_selects_the_same() => AreSame((filter, random) => FilterWriter.Write(FilterText.Parse(filter.Print(random)))!);

    [Fact]
    public void Another_order_of_the_terms_selects_the_same() => AreSame((filter, _) => filter.Print(new Random(17)));

    [Fact]
    public void De_Morgan_holds_for_three_values() => Gen.Select(SpanFilters.Gen, MadeFilters.Gen, Gen.Int.Positive).Sample(
        (one, other, seed) =>
        {
            var random = new Random(seed);
            var (a, b) = (one.Print(random), other.Print(random));
            SelectSame($"NOT (({a}) AND ({b}))", $"NOT ({a}) OR NOT ({b})", random);
            SelectSame($"NOT (({a}) OR ({b}))", $"NOT ({a}) AND NOT ({b})", random);
        },
        iter: Math.Max(Check.Iter, 500));

    [Theory]
    [InlineData("name IN ('a', 'b')", "name = 'a' OR name = 'b'")]
    [InlineData("name NOT IN ('a', 'b')", "NOT (name = 'a' OR name = 'b')")]
    [InlineData("x BETWEEN 1 AND 5.5", "x >= 1 AND x <= 5.5")]
    [InlineData("x != 1", "NOT (x = 1)")]
    [InlineData("x = null", "x IS NULL")]
    [InlineData("NOT (x IS NULL)", "x IS NOT NULL")]
    [InlineData("name NOT LIKE 'a%'", "NOT (name LIKE 'a%')")]
    [InlineData("1 < x", "x > 1")]
    public void Two_ways_to_say_it_select_the_same(string one, string other) =>
        Gen.Int.Positive.Sample(seed => SelectSame(one, other, new Random(seed)), iter: Math.Max(Check.Iter, 200));

    [Fact]
    public void Any_text_can_be_evaluated_and_its_places_lie_within_it() => Gen.Select(OddText.Gen, Gen.Int.Positive).Sample(
        (text, seed) =>
        {
            var columns = new AskedColumns();
            var filter = FilterText.Parse(text);
            var tally = new FilterTally(FilterEvaluator.Compile(filter, columns));
            var rows = new MadeRows(filter);
            for (var i = 0; i < 3; i++)
                tally.Add(rows.Row(columns.Names.Count, new Random(seed + i)));
            var evaluator = tally.Evaluator;
            Assert.InRange(tally.Whole.Most, 0, 3);
            _ = (tally.Disjoint(), tally.AbsentColumns.Count(), evaluator.Values.Sum(value => tally.NearestValues(value).Count));
            Assert.All(evaluator.Undetermined.Select(part => (part.Start, part.End))
                .Concat(evaluator.Terms.Select(term => (term.Start, term.End)))
                .Concat(evaluator.Values.Select(value => (value.Start, value.End)))
                .Concat(evaluator.Columns.Select(column => (column.Start, column.End))),
                place => Assert.True(0 <= place.Start && place.Start <= place.End && place.End <= text.Length, text));
        },
        iter: Math.Max(Check.Iter, 3000));

    [Fact]
    public void All_truth_tables_are_those_of_three_values()
    {
        Truth[] all = [Truth.False, Truth.Null, Truth.True];
        foreach (var a in all)
        {
            foreach (var b in all)
            {
                Assert.Equal(all[Math.Min(Array.IndexOf(all, a), Array.IndexOf(all, b))], TruthLogic.And(a, b));
                Assert.Equal(all[Math.Max(Array.IndexOf(all, a), Array.IndexOf(all, b))], TruthLogic.Or(a, b));
            }

            Assert.Equal(all[2 - Array.IndexOf(all, a)], TruthLogic.Not(a));
        }
    }

    [Fact]
    public void What_is_not_known_has_every_outcome_that_its_values_can_have()
    {
        Truth[] sets = [.. Enumerable.Range(1, 7).Select(bits => (Truth)bits)];
        Truth[] values = [Truth.False, Truth.Null, Truth.True];
        foreach (var a in sets)
        {
            foreach (var b in sets)
            {
                var pairs = values.Where(one => (a & one) != 0).SelectMany(one => values.Where(other => (b & other) != 0), (one, other) => (one, other)).ToList();
                Assert.Equal(pairs.Aggregate((Truth)0, (result, pair) => result | TruthLogic.And(pair.one, pair.other)), TruthLogic.And(a, b));
                Assert.Equal(pairs.Aggregate((Truth)0, (result, pair) => result | TruthLogic.Or(pair.one, pair.other)), TruthLogic.Or(a, b));
            }
        }
    }

    private static void AreSame(Func<MadeFilter, Random, string> other) => Gen.Select(Gen.OneOf(MadeFilters.Gen, SpanFilters.Gen), Gen.Int.Positive).Sample(
        (filter, seed) =>
        {
            var random = new Random(seed);
            SelectSame(filter.Print(random), other(filter, random), random);
        },
        iter: Math.Max(Check.Iter, 1000));

    private static void SelectSame(string one, string other, Random random)
    {
        var columns = new AskedColumns();
        var (text, otherText) = (FilterText.Parse(one), FilterText.Parse(other));
        var (evaluator, otherEvaluator) = (FilterEvaluator.Compile(text, columns), FilterEvaluator.Compile(otherText, columns));
        var rows = new MadeRows(text);
        for (var i = 0; i < 8; i++)
        {
            var row = rows.Row(columns.Names.Count, random);
            var (outcome, otherOutcome) = (evaluator.Evaluate(row), otherEvaluator.Evaluate(row));
            Assert.True(outcome == otherOutcome, $"{one}\n{outcome}\n{other}\n{otherOutcome}");
        }
    }
}
