using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

public sealed class FilterTallyTests
{
    [Fact]
    public void Rows_are_counted_for_the_filter_and_for_each_term()
    {
        var tally = Tally(
            "status_code = 'OK' AND latency_ms > 100",
            [.. Enumerable.Range(0, 10).Select(i => new Dictionary<string, object?> { ["status_code"] = i < 4 ? "OK" : "ok", ["latency_ms"] = i % 2 == 0 ? 50 : 500 })]);

        Assert.Equal(10, tally.Rows);
        Assert.Equal(new RowCounts(Selected: 2, Depends: 3, Unknown: 0, Plain: 2), tally.Whole);
        Assert.Equal([new RowCounts(4, 6, 0, 4), new RowCounts(5, 0, 0, 5)], tally.Terms);
        Assert.Equal([new KeyValuePair<FilterDoubts, long>(FilterDoubts.CaseOfEquality, 3)], tally.Doubts);
        Assert.Empty(tally.AbsentColumns);
    }

    [Theory]
    [InlineData("kind = 'LLM' AND latency_ms > 100", "kind = 'LLM'|latency_ms > 100")]
    [InlineData("name = 'n' AND latency_ms > 100 AND kind = 'LLM'", "latency_ms > 100|kind = 'LLM'")]
    // Two of them always go together, and all three never do.
    [InlineData("name IN ('a', 'b') AND name IN ('b', 'c') AND name IN ('a', 'c')", "name IN ('a', 'b')|name IN ('b', 'c')|name IN ('a', 'c')")]
    // One of them alone explains it.
    [InlineData("kind = 'AGENT' AND latency_ms > 100", null)]
    [InlineData("kind = 'LLM' OR latency_ms > 100", null)]
    [InlineData("kind = 'LLM' AND latency_ms < 100", null)]
    // No span is excluded for sure.
    [InlineData("kind = 'LLM' AND f(latency_ms) > 100", null)]
    public void The_fewest_terms_that_no_row_meets_together_are_found(string filter, string? terms)
    {
        var tally = Tally(
            filter,
            Row("LLM", 50, "n"), Row("CHAIN", 500, "n"), Row("LLM", 60, "a"), Row("TOOL", 600, "b"), Row("LLM", 70, "c"), Row("LLM", 70, "n"));

        Assert.Equal(terms, tally.Disjoint() is { } found ? string.Join('|', found.Select(i => filter[tally.Evaluator.Terms[i].Start..tally.Evaluator.Terms[i].End])) : null);
    }

    [Fact]
    public void Values_that_occur_are_told_where_another_one_is_asked_for()
    {
        var rows = Enumerable.Range(0, 500).Select(i => new Dictionary<string, object?> { ["status_code"] = i < 480 ? "OK" : "ERROR" }).ToArray();
        var tally = Tally("status_code = 'ERORR'", rows);
        var asked = Assert.Single(tally.Evaluator.Values);

        Assert.False(tally.Occurs(asked));
        Assert.Equal([new CountedValue("ERROR", 20), new CountedValue("OK", 480)], tally.NearestValues(asked));
        var other = Tally("status_code = 'OK'", rows);
        Assert.True(other.Occurs(other.Evaluator.Values[0]));
    }

    [Theory]
    [InlineData("attributes.input.value")]
    [InlineData("attributes.llm.output_messages.0.message.content")]
    [InlineData("attributes.metadata.question")]
    [InlineData("attributes.user.id")]
    [InlineData("attributes.session.id")]
    [InlineData("status_message")]
    [InlineData("annotation.notes.text")]
    [InlineData("eval.tone.explanation")]
    public void What_people_have_written_is_not_kept(string column)
    {
        var tally = Tally($"{column} = 'x'", new Dictionary<string, object?> { [column] = "PRIVATE" });

        Assert.Null(tally.Occurs(tally.Evaluator.Values[0]));
        Assert.Empty(tally.NearestValues(tally.Evaluator.Values[0]));
    }

    [Fact]
    public void A_column_with_many_values_or_long_ones_has_no_names()
    {
        var many = Tally("name = 'x'", [.. Enumerable.Range(0, 51).Select(i => new Dictionary<string, object?> { ["name"] = $"span {i}" })]);
        Assert.Empty(many.NearestValues(many.Evaluator.Values[0]));
        Assert.Null(many.Occurs(many.Evaluator.Values[0]));

        var mixed = Tally("name = 'x'", new() { ["name"] = new string('y', 65) }, new() { ["name"] = "two\nlines" }, new() { ["name"] = "short" });
        Assert.Equal([new CountedValue("short", 1)], mixed.NearestValues(mixed.Evaluator.Values[0]));
    }

    [Theory]
    [InlineData("He said that the refund never came", "")]
    [InlineData("No, it is wrong", "")]
    [InlineData("a very long label of forty characters and more", "")]
    [InlineData("not relevant", "correct 2|not relevant 2")]
    [InlineData("N/A", "N/A 2|correct 2")]
    public void Labels_of_annotations_are_words_or_else_none_is_kept(string label, string expected)
    {
        var rows = new[] { "correct", label, "correct", label, "once" }.Select(one => new Dictionary<string, object?> { ["annotation.quality.label"] = one });
        var tally = Tally("annotation.quality.label = 'x'", [.. rows]);

        Assert.Equal(expected, string.Join('|', tally.NearestValues(tally.Evaluator.Values[0]).Select(one => $"{one.Value} {one.Rows}")));
    }

    [Fact]
    public void Columns_that_no_row_has_are_told()
    {
        var tally = Tally("metadata.env = 'prod' AND name = 'a'", new Dictionary<string, object?> { ["name"] = "a" });

        Assert.Equal(["metadata.env"], tally.AbsentColumns.Select(column => column.Name));
        Assert.Equal("metadata.env", tally.Evaluator.Filter.Text[..tally.AbsentColumns.Single().End]);
    }

    [Theory]
    [InlineData("input.value", "attributes.input.value 60|attributes.metadata.input.value 1")]
    [InlineData("attributes.llm.model", "attributes.llm.model_name 20")]
    [InlineData("attributes.llm.modelname", "attributes.llm.model_name 20")]
    [InlineData("attributes.inptu.value", "attributes.input.value 60")]
    [InlineData("attributes.input_value", "attributes.input.value 60")]
    [InlineData("attributes.output_messages.0.message.content", "attributes.llm.output_messages.0.message.content 41")]
    [InlineData("Status_Code", "status_code 60")]
    [InlineData("nothing.like.it", "")]
    public void The_nearest_columns_that_occur_are_found(string name, string expected)
    {
        var occurring = new Dictionary<string, long>
        {
            ["status_code"] = 60,
            ["attributes.input.value"] = 60,
            ["attributes.metadata.input.value"] = 1,
            ["attributes.llm.model_name"] = 20,
            ["attributes.llm.output_messages.0.message.content"] = 41,
        };

        Assert.Equal(expected, string.Join('|', NearestColumns.Of(name, occurring).Select(one => $"{one.Value} {one.Rows}")));
    }

    private static Dictionary<string, object?> Row(string kind, int latency, string name) => new() { ["kind"] = kind, ["latency_ms"] = latency, ["name"] = name };

    private static FilterTally Tally(string filter, params Dictionary<string, object?>[] rows)
    {
        var columns = new AskedColumns();
        var tally = new FilterTally(FilterEvaluator.Compile(FilterText.Parse(filter), columns));
        foreach (var row in rows)
            tally.Add(Evaluation.Row.Of(columns, row));
        return tally;
    }
}
