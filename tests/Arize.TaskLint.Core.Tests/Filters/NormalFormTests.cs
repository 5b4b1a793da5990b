using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Filters;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Filters;

public sealed class NormalFormTests
{
    [Theory]
    // Keywords, spacing, parentheses.
    [InlineData("status_code='ERROR'   and\n name  like 'a'", "name LIKE 'a' AND status_code = 'ERROR'")]
    [InlineData("((name = 'a'))", "name = 'a'")]
    [InlineData("(name) = (('a'))", "name = 'a'")]
    [InlineData("not name = 'a'", "NOT (name = 'a')")]
    [InlineData("not (((name = 'a')))", "NOT (name = 'a')")]
    [InlineData("name is  not null", "name IS NOT NULL")]
    [InlineData("name = null and is_test = True", "is_test = TRUE AND name = NULL")]
    [InlineData("tag[ environment ] = 'x'", "tag[environment] = 'x'")]
    [InlineData("lower (name)='x'", "lower(name) = 'x'")]
    // The order of terms.
    [InlineData("b = 2 AND a = 1 AND c = 3", "a = 1 AND b = 2 AND c = 3")]
    [InlineData("(c = 3 AND b = 2) AND a = 1", "a = 1 AND b = 2 AND c = 3")]
    [InlineData("c = 3 OR b = 2 AND a = 1", "(a = 1 AND b = 2) OR c = 3")]
    [InlineData("(c = 3 OR b = 2) AND a = 1", "(b = 2 OR c = 3) AND a = 1")]
    [InlineData("name in ('b','a')", "name IN ('a', 'b')")]
    [InlineData("name not in ('b','a')", "name NOT IN ('a', 'b')")]
    // Columns in quotes that need none.
    [InlineData("\"attributes.input.value\" = 'x'", "attributes.input.value = 'x'")]
    [InlineData("\"dimension_name\" = 'x'", "\"dimension_name\" = 'x'")]
    [InlineData("\"a b\" = 'x'", "\"a b\" = 'x'")]
    // What is left as it is written.
    [InlineData("b == 1 && a == 2", "b == 1 && a == 2")]
    [InlineData("latency_ms  +  1>5", "latency_ms + 1 > 5")]
    [InlineData("a@>['b' ,'a']", "a @> ['b', 'a']")]
    [InlineData("f(b,a) = 1", "f(b, a) = 1")]
    public void A_filter_has_a_normal_form(string text, string normal)
    {
        Assert.Equal(normal, Normal(text));
        Assert.Equal(normal, Normal(normal));
    }

    [Theory]
    [InlineData("a = 'x'", "a = 'X'")]
    [InlineData("a = 'x'", "A = 'x'")]
    [InlineData("a = 'x '", "a = 'x'")]
    [InlineData("a = 'x'", "a = \"x\"")]
    [InlineData("a = 'x'", "'x' = a")]
    [InlineData("a = 1", "a = '1'")]
    [InlineData("a = 1", "a == 1")]
    [InlineData("a != 1", "a <> 1")]
    [InlineData("a = 1 AND b = 2", "a = 1 && b = 2")]
    [InlineData("a = null", "a IS NULL")]
    [InlineData("\"a\" = 1", "a = 1")]
    [InlineData("a = 1 AND (b = 2 OR c = 3)", "(a = 1 AND b = 2) OR c = 3")]
    [InlineData("NOT (a = 1 AND b = 2)", "NOT a = 1 AND b = 2")]
    [InlineData("a IN (1, 2)", "a IN (1, 2, 2)")]
    [InlineData("a BETWEEN 1 AND 2", "a BETWEEN 2 AND 1")]
    [InlineData("f(a, b) = 1", "f(b, a) = 1")]
    [InlineData("a - 5 > 1", "a -5 > 1 OR b = 1")]
    [InlineData("x = [1, 2]", "x = [2, 1]")]
    [InlineData("a @ > 1", "a @> 1")]
    public void Filters_that_may_mean_something_else_are_not_the_same(string one, string other) => Assert.NotEqual(Normal(one), Normal(other));

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("name =")]
    [InlineData("name = 'a")]
    [InlineData("(name = 'a'")]
    [InlineData("name = ‘a’")]
    [InlineData(@"name = 'it\'s' AND a = 1")]
    // Backslashes outside of quotes, whether they are read as escapes or not.
    [InlineData(@"b = '\' AND \ = 1")]
    public void What_cannot_be_read_for_sure_has_none(string text) => Assert.Null(Normal(text));

    [Fact]
    public void Printing_the_normal_form_and_reading_it_again_is_the_identity() => MadeFilters.Gen.Sample(
        (MadeFilter filter) =>
        {
            var normal = Normal(filter.Print(new Random(1)));
            Assert.NotNull(normal);
            Assert.Equal(normal, Normal(normal));
        },
        iter: 3000);

    [Fact]
    public void However_a_filter_is_written_its_normal_form_is_the_same() => Gen.Select(MadeFilters.Gen, Gen.Int.Positive, Gen.Int.Positive).Sample(
        (filter, one, other) => Assert.Equal(Normal(filter.Print(new Random(one))), Normal(filter.Print(new Random(other)))),
        iter: 3000);

    [Fact]
    public void Filters_that_differ_in_a_term_have_different_normal_forms() => Gen.Select(MadeFilters.Gen, Gen.Int.Positive).Sample(
        (filter, seed) =>
        {
            var random = new Random(seed);
            var normal = Normal(filter.Print(random));
            foreach (var other in filter.Others())
            {
                var text = other.Print(random);
                Assert.True(normal != Normal(text), $"{filter.Print(random)}\nand\n{text}\nhave both the normal form\n{normal}");
            }
        },
        iter: 600);

    [Fact]
    public void Of_any_text_the_normal_form_is_the_identity() => OddText.Gen.Sample(
        text =>
        {
            if (Normal(text) is { } normal)
                Assert.Equal(normal, Normal(normal));
        },
        iter: 20_000);

    [Theory]
    [InlineData("a = 1 AND b = 2", "b = 2 AND a = 1 AND c = 3", "Added:|c = 3")]
    [InlineData("a = 1 AND b = 2 AND c = 3", "c = 3 AND a = 1", "Removed:b = 2|")]
    [InlineData("a = 1 AND b = 2", "b = 3 AND a = 1", "Changed:b = 2|b = 3")]
    [InlineData("a = 1 AND b = 2 AND x IN (1, 2)", "c = 4 AND x IN (2) AND a = 1", "Changed:x IN (1, 2)|x IN (2)", "Removed:b = 2|", "Added:|c = 4")]
    [InlineData("a = 1", "a = 1 AND b = 2", "Added:|b = 2")]
    [InlineData("a = 1 OR b = 2", "b = 2", "Removed:a = 1|")]
    [InlineData("a = 1 AND a = 2", "a = 1 AND a = 1 AND a = 2", "Added:|a = 1")]
    [InlineData("a = 1 AND b = 2", "a = 1 OR b = 2", "Changed:AND|OR")]
    [InlineData("a = 1 AND b = 2", "(b = 2 AND a = 1) OR c = 3", "Added:|c = 3")]
    [InlineData("(a = 1 OR b = 2) AND c = 3", "b = 2 OR a = 1", "Removed:c = 3|")]
    [InlineData("a = 1 AND NOT b = 2", "a = 1 AND b = 2", "Changed:NOT (b = 2)|b = 2")]
    [InlineData("a = 1 AND (b = 2 OR c = 3)", "a = 1 AND (b = 2 OR c = 4)", "Removed:b = 2 OR c = 3|", "Added:|b = 2 OR c = 4")]
    // The two values say it as well.
    [InlineData("a = 1", "a = 2")]
    [InlineData("a = 1 AND b = 2", "c = 3 OR d = 4")]
    [InlineData("a = 1 AND", "a = 1 AND b = 2")]
    public void The_terms_in_which_two_filters_differ_are_told(string declared, string live, params string[] terms) =>
        Assert.Equal(terms, FilterDifference.Between(declared, live).Select(term => $"{term.Kind}:{term.Declared}|{term.Live}"));

    [Fact]
    public void A_term_that_comes_or_goes_is_told_as_such() => Gen.Select(MadeFilters.Gen, Gen.Int.Positive).Sample(
        (filter, seed) =>
        {
            if (filter is not MadeJoin { Word: "AND" } join || join.Terms.Any(term => term is MadeJoin))
                return;
            var random = new Random(seed);
            var more = new MadeJoin("AND", [.. join.Terms, new MadeTerm("metadata.one_more", "=", ["1"])]);
            var added = Assert.Single(FilterDifference.Between(join.Print(random), more.Print(random)));
            Assert.Equal((ChangeKind.Added, null, "metadata.one_more = 1"), (added.Kind, added.Declared, added.Live));
            var removed = Assert.Single(FilterDifference.Between(more.Print(random), join.Print(random)));
            Assert.Equal((ChangeKind.Removed, "metadata.one_more = 1", null), (removed.Kind, removed.Declared, removed.Live));
        },
        iter: 2000);

    private static string? Normal(string text) => FilterWriter.Write(FilterText.Parse(text));
}
