using System.Globalization;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Testing;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Filters;

/// <summary>That no text ends the reading, and that a longer one takes no more than its share.</summary>
public sealed class AnyTextTests
{
    // Each character is looked at a few times at the most: by the tokens, once more for another way of quoting, by the terms.
    private const int StepsPerCharacter = 8;

    public static TheoryData<string> Repeated =>
    [
        "(", "[", "{", ")", "()", "((", "(a = 1", "(a = 1) ", "'", "\"", "`", "''", "' ", "\\'", "'a' ", "‘", "“ ", "„", "’ ‘ ", "'x’ ", "NOT ", "NOT (", "AND ", "OR ", "a AND ",
        "a = 1 AND ", "a = 1 OR b = 2 AND ", "x BETWEEN ", "x BETWEEN 1 ", "x BETWEEN 1 AND ", "= ", "a = ", "== ", "|| ", "a || ", ", ", "IN ", "a IN (", "f(", "a[", "a.", ".", "-", "- ",
        "1e+1", "1e+", "1.", "annotations['x'].label ", "a = 'b' c = ", "a IN ('x', 'y') AND ", "CONTAINS(", "\n", "é", "🙂", "a != 1 AND ", "name = 'a' name = ",
    ];

    [Fact]
    public void No_text_ends_the_reading() => OddText.Gen.Sample(
        text =>
        {
            var filter = FilterText.Parse(text);
            foreach (var problem in filter.Malformed.Concat(filter.Foreign))
            {
                Assert.InRange(problem.Start, 0, problem.End - 1);
                Assert.InRange(problem.End, 1, text.Length);
            }

            _ = FilterWriter.Write(filter);
            _ = FilterDifference.Between(text, text + " AND a = 1");
            Assert.InRange(filter.Steps, 0, (StepsPerCharacter * text.Length) + StepsPerCharacter);
        },
        iter: 30_000);

    [Fact]
    public void No_four_pieces_in_any_order_end_the_reading()
    {
        string[] pieces =
        [
            "attributes", "annotations", "a", "1", "None", "[", "]", "(", ")", "'", "\"", "`", "‘", "”", "'x'", ".", ",", "=", "==", "-", "||", "NOT ", " IN ", " IS ",
            " LIKE ", " BETWEEN ", " AND ", " ",
        ];
        foreach (var first in pieces)
        {
            foreach (var second in pieces)
            {
                foreach (var third in pieces)
                {
                    foreach (var fourth in pieces)
                        _ = FilterText.Parse(first + second + third + fourth);
                }
            }
        }
    }

    [Fact]
    public void No_text_ends_the_rules() => OddText.Gen.Sample(
        text =>
        {
            // What YAML cannot hold as it is cannot come from a file either.
            var quoted = string.Concat(text.Select(c => c is '"' or '\\' || c < ' ' || c > '~' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString()));
            var document = RuleRun.Read("a.arize.yaml", $"name: a\npartial: true\nproject: p\nquery_filter: \"{quoted}\"\nevaluators: [{{ evaluator: Tone, query_filter: \"{quoted}\" }}]\n");
            Assert.All(RuleRun.Lint(document).Where(finding => finding.Rule.Category == "Arize.Filters"), finding =>
            {
                Assert.True(finding.Place.IsKnown);
                Assert.True(finding.Place.Start < finding.Place.End && finding.Place.End <= finding.Place.File!.Text.Length);
                Assert.DoesNotContain('\n', finding.Message);
            });
        },
        iter: 3000);

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_long_text_takes_its_share(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        foreach (var filter in new[] { text, text + "'x'", $"name = 'a' AND {text}" })
            Assert.InRange(FilterText.Parse(filter).Steps, 1, StepsPerCharacter * filter.Length);
    }

    [Theory]
    [InlineData("(", "a = 1", ")")]
    [InlineData("NOT (", "a = 1", ")")]
    [InlineData("f(", "a", ")")]
    [InlineData("a = 1 AND (", "b = 2", " OR c = 3)")]
    public void Deep_nesting_is_taken_as_it_is(string open, string inner, string close)
    {
        const int depth = 20_000;
        var text = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
        var filter = FilterText.Parse(text);
        Assert.Empty(filter.Malformed);
        Assert.InRange(filter.Steps, 1, StepsPerCharacter * text.Length);
        Assert.Null(FilterWriter.Write(filter));
        Assert.NotNull(FilterWriter.Write(FilterText.Parse(text.Substring((depth - FilterParser.MaximumDepth) * open.Length, (FilterParser.MaximumDepth * (open.Length + close.Length)) + inner.Length))));
    }
}
