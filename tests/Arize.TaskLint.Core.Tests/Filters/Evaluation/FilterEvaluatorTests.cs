using Arize.TaskLint.Core.Filters;
using Arize.TaskLint.Core.Filters.Evaluation;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Core.Tests.Filters.Evaluation;

public sealed class FilterEvaluatorTests
{
    // One span, as the tool exports it.
    private static readonly Dictionary<string, object?> Span = new()
    {
        ["name"] = "ChatCompletion",
        ["status_code"] = "OK",
        ["latency_ms"] = 1234.5,
        ["start_time"] = "2026-11-24T10:00:00.000Z",
        ["end_time"] = "2026-11-24 10:00:01",
        ["context.trace_id"] = "t1",
        ["attributes.openinference.span.kind"] = "LLM",
        ["attributes.input.value"] = "I want a Refund",
        ["attributes.llm.output_messages.0.message.content"] = "Sure",
        ["attributes.llm.token_count.total"] = "120",
        ["attributes.metadata.environment"] = "staging",
        ["attributes.metadata.experiment"] = 3,
        ["attributes.metadata.day"] = "2026-11-24",
        ["attributes.is_test"] = true,
        ["attributes.flag"] = "True",
        ["attributes.llm.tools"] = "json:[{\"name\":\"search\"}]",
        ["attributes.tags"] = "json:[\"urgent\",\"late\"]",
        ["attributes.scores"] = "json:[0.5,1]",
        ["event.attributes"] = "json:[{\"exception.type\":\"TimeoutError\"}]",
        ["tag.environment"] = "prod",
        ["eval.quality.score"] = 0.25,
        ["annotation.correctness.label"] = "incorrect",
        ["a \"b\" c"] = "quoted",
    };

    [Theory]
    [InlineData("attributes.openinference.span.kind = 'LLM' AND latency_ms > 1000")]
    [InlineData("span_kind = 'LLM'", FilterDoubts.SpanKind)]
    [InlineData("span.status_code = 'OK'")]
    [InlineData("metadata.environment = 'staging' AND \"attributes.metadata.environment\" != 'prod'")]
    [InlineData("attributes.metadata.experiment = 3 and annotation.notes is  null")]
    [InlineData("tag[environment] = 'prod' AND tag['environment'] = 'prod' AND tag[\"environment\"] = 'prod' AND tag.\"environment\" = 'prod'")]
    [InlineData("attributes.llm.output_messages.0.message.content = 'Sure' AND attributes.llm.output_messages[0].message.content CONTAINS 'ure'")]
    [InlineData("annotation.correctness.label = 'incorrect' AND eval.quality.score < 0.5")]
    [InlineData("status_code IN ('ERROR', 'OK') AND status_code NOT IN ('ERROR', 'UNSET')")]
    [InlineData("latency_ms BETWEEN 1000 AND 1234.5 AND latency_ms NOT BETWEEN 1 AND 2")]
    [InlineData("parent_id IS NULL AND parent_id = null AND name IS NOT NULL AND name != null")]
    [InlineData("NOT (status_code = 'ERROR') AND NOT NOT status_code = 'OK'")]
    [InlineData("attributes.input.value CONTAINS 'Refund' AND attributes.input.value NOT CONTAINS 'invoice'")]
    [InlineData("name ILIKE 'chat%' OR status_code = 'ERROR'", FilterDoubts.Like)]
    [InlineData("start_time >= '2026-11-24T12:00:00+02:00' AND start_time < '2026-11-24T10:00:00.001Z'")]
    [InlineData("start_time > '2026-11-20'")]
    [InlineData("\"a \"\"b\"\" c\" = 'quoted'")]
    [InlineData("attributes.is_test AND attributes.is_test = true AND NOT attributes.is_test = FALSE")]
    [InlineData("'LLM' = span_kind AND 1000 < latency_ms", FilterDoubts.SpanKind)]
    // It is documented that this column is searched.
    [InlineData("event.attributes CONTAINS 'TimeoutError'")]
    [InlineData("TRUE OR f(x)")]
    [InlineData("name = 'other' OR (status_code = 'OK' AND parent_id IS NULL)")]
    // What is not documented.
    [InlineData("attributes.input.value LIKE '%Refund%'", FilterDoubts.Like)]
    [InlineData("attributes.llm.token_count.total > 100", FilterDoubts.NumbersAndTexts)]
    [InlineData("latency_ms < '999999'", FilterDoubts.NumbersAndTexts)]
    [InlineData("latency_ms > '500'", FilterDoubts.NumbersAndTexts)]
    [InlineData("attributes.flag = true AND attributes.is_test = 'true'", FilterDoubts.BooleansAndTexts)]
    [InlineData("attributes.llm.tools CONTAINS 'search'", FilterDoubts.Structures)]
    [InlineData("event.attributes CONTAINS '\"TimeoutError\"'", FilterDoubts.Structures)]
    [InlineData("end_time > '2026-11-24T10:00:00Z'", FilterDoubts.TimeZones)]
    [InlineData("metadata.day = '2026-11-24T00:00:00'", FilterDoubts.TimesAsTexts)]
    [InlineData("status_code == 'OK'", FilterDoubts.ForeignSigns)]
    [InlineData("status_code = 'OK' && name <> 'x'", FilterDoubts.ForeignSigns)]
    [InlineData("status_code != 5", FilterDoubts.OtherKinds)]
    public void A_filter_selects_the_span(string filter, object? doubts = null)
    {
        var outcome = Evaluate(filter);

        Assert.Equal((RowVerdict.Selected, doubts ?? FilterDoubts.None), (outcome.Plain, outcome.Doubts));
        Assert.Equal(doubts is null ? RowVerdict.Selected : RowVerdict.Depends, outcome.Verdict);
    }

    [Theory]
    [InlineData("attributes.openinference.span.kind = 'LLM' AND latency_ms > 10000")]
    [InlineData("status_code != 'OK'")]
    // A comparison with a missing value is neither true nor false.
    [InlineData("attributes.output.value = 'x'")]
    [InlineData("attributes.output.value != 'x'")]
    [InlineData("NOT attributes.output.value = 'x'")]
    [InlineData("attributes.output.value NOT IN ('x')")]
    [InlineData("attributes.output.value NOT CONTAINS 'x'")]
    [InlineData("NOT (attributes.output.value = 'x' AND status_code = 'OK')")]
    [InlineData("attributes.output.value = attributes.expected.value")]
    [InlineData("attributes.is_live")]
    // An unquoted word is a column.
    [InlineData("status_code = OK")]
    [InlineData("FALSE AND f(x)")]
    [InlineData("name = 'other' AND lower(name) = 'x'")]
    [InlineData("latency_ms > 'slow'")]
    [InlineData("status_code = 5")]
    [InlineData("status_code < 5")]
    [InlineData("attributes.is_test = 0 AND status_code = 'ERROR'")]
    [InlineData("attributes.is_test = 'blue'")]
    [InlineData("attributes.tags = 'early'")]
    [InlineData("Status_Code = 'ERROR'")]
    [InlineData("Status_Codes = 'OK'")]
    [InlineData("attributes.output.value LIKE '%a%'")]
    // What is not documented.
    [InlineData("status_code = 'ok'", FilterDoubts.CaseOfEquality)]
    [InlineData("attributes.input.value CONTAINS 'refund'", FilterDoubts.CaseOfContains)]
    [InlineData("name LIKE 'chat%'", FilterDoubts.CaseOfLike | FilterDoubts.Like)]
    [InlineData("status_code = \"OK\"", FilterDoubts.DoubleQuotes)]
    [InlineData("NOT latency_ms > 'slow'", FilterDoubts.NumbersAndTexts)]
    [InlineData("latency_ms < 'slow'", FilterDoubts.NumbersAndTexts)]
    [InlineData("status_code > 5", FilterDoubts.NumbersAndTexts)]
    [InlineData("status_code BETWEEN 1 AND 'P'", FilterDoubts.NumbersAndTexts)]
    [InlineData("5 <= status_code", FilterDoubts.NumbersAndTexts)]
    [InlineData("attributes.is_test = 1", FilterDoubts.FormsOfBooleans)]
    [InlineData("attributes.is_test IN (1)", FilterDoubts.FormsOfBooleans)]
    [InlineData("attributes.is_test > 0", FilterDoubts.FormsOfBooleans)]
    [InlineData("attributes.is_test >= FALSE", FilterDoubts.FormsOfBooleans)]
    [InlineData("attributes.is_test = 'yes'", FilterDoubts.FormsOfBooleans)]
    [InlineData("attributes.is_test > 'f'", FilterDoubts.BooleansAndTexts)]
    [InlineData("attributes.tags = 'urgent'", FilterDoubts.Entries)]
    [InlineData("attributes.tags IN ('x', 'late')", FilterDoubts.Entries)]
    [InlineData("attributes.scores = 0.50", FilterDoubts.Entries)]
    [InlineData("attributes.scores > 0.1", FilterDoubts.Entries)]
    [InlineData("Status_Code = 'OK'", FilterDoubts.CaseOfColumns)]
    [InlineData("attributes.METADATA.Environment = 'staging'", FilterDoubts.CaseOfColumns)]
    [InlineData("Span_Kind = 'LLM'", FilterDoubts.CaseOfColumns)]
    [InlineData("Metadata.experiment = 3", FilterDoubts.CaseOfColumns)]
    [InlineData("NAME CONTAINS 'Chat'", FilterDoubts.CaseOfColumns)]
    [InlineData("Attributes.Is_Test", FilterDoubts.CaseOfColumns)]
    [InlineData("\"Name\" IS NOT NULL", FilterDoubts.CaseOfColumns)]
    [InlineData("Status_Code = 'ok'", FilterDoubts.CaseOfColumns | FilterDoubts.CaseOfEquality)]
    [InlineData("attributes.metadata.experiment != '3'", FilterDoubts.NumbersAndTexts)]
    public void A_filter_does_not_select_the_span(string filter, object? doubts = null)
    {
        var outcome = Evaluate(filter);

        Assert.Equal((RowVerdict.NotSelected, doubts ?? FilterDoubts.None), (outcome.Plain, outcome.Doubts));
        Assert.Equal(doubts is null ? RowVerdict.NotSelected : RowVerdict.Depends, outcome.Verdict);
    }

    [Theory]
    [InlineData("lower(name) = 'chatcompletion'", "lower(name)", "a function")]
    [InlineData("status_code = 'OK' AND latency_ms / 1000 > 1", "latency_ms / 1000 > 1", "an expression")]
    [InlineData("CAST(name AS TEXT) = 'x' OR status_code = 'ERROR'", "CAST(name AS TEXT)", "a function")]
    [InlineData("status_code IN ('ERROR', NULL)", "NULL", "NULL in a list")]
    [InlineData("status_code IN ['OK']", "['OK']", "a list of another language")]
    [InlineData("name LIKE lower('A')", "lower('A')", "a pattern of LIKE that is no text in single quotes")]
    [InlineData("name = 'C:\\'", "'C:\\'", "a text with a backslash, which may escape what follows")]
    [InlineData("attributes.x[-1] = 'a'", "attributes.x[-1]", "a column in an unknown form")]
    [InlineData("name = ‘a’", "‘a’", "a part in an unknown form")]
    [InlineData("name IS TRUE", "name IS TRUE", "an expression")]
    [InlineData("name ~ 'a'", "name ~ 'a'", "an expression")]
    [InlineData("'LLM'", "'LLM'", "a value that is no condition")]
    [InlineData("status_code = 'OK' -- all", "status_code = 'OK' -- all", "a comment, or too long a text")]
    [InlineData("status_code = 'OK", "'", "a syntax error")]
    [InlineData("status_code =", "=", "a syntax error")]
    public void A_part_that_cannot_be_evaluated_is_told_with_its_place(string filter, string part, string reason)
    {
        var evaluator = Compile(filter);

        var undetermined = Assert.Single(evaluator.Undetermined);
        Assert.Equal((part, reason), (filter[undetermined.Start..undetermined.End], undetermined.Reason));
        Assert.Equal(RowVerdict.Unknown, Evaluate(filter).Verdict);
    }

    [Theory]
    [InlineData("start_time > 'yesterday'")]
    [InlineData("end_time <= 1700000000000")]
    [InlineData("start_time = '24/11/2026'")]
    [InlineData("start_time BETWEEN 'a' AND 'b'")]
    [InlineData("start_time > name")]
    public void A_time_of_the_span_beside_what_is_no_time_is_not_known(string filter) => Assert.Equal(RowVerdict.Unknown, Evaluate(filter).Verdict);

    [Theory]
    [InlineData("9007199254740995", 9007199254740995, RowVerdict.Selected)]
    [InlineData("9007199254740996", 9007199254740995, RowVerdict.NotSelected)]
    [InlineData("-9223372036854775808", long.MinValue, RowVerdict.Selected)]
    [InlineData("9007199254740993.0", 9007199254740992, RowVerdict.Selected)]
    public void Integers_of_64_bits_are_told_apart(string written, long value, object expected)
    {
        var columns = new AskedColumns();
        var evaluator = FilterEvaluator.Compile(FilterText.Parse($"attributes.account = {written}"), columns);

        Assert.Equal(expected, evaluator.Evaluate(Row.Of(columns, new Dictionary<string, object?> { ["attributes.account"] = value })).Verdict);
    }

    [Fact]
    public void A_part_that_cannot_be_evaluated_can_be_told_and_decide_nothing()
    {
        var evaluator = Compile("status_code = 'ERROR' AND lower(name) = 'x'");

        Assert.Single(evaluator.Undetermined);
        Assert.Equal(RowVerdict.NotSelected, Evaluate(evaluator.Filter.Text).Verdict);
    }

    [Theory]
    [InlineData("a = 1 AND (b = 2 AND c = 3) AND (d = 4 OR e = 5)", "AND", "a = 1|b = 2|c = 3|d = 4 OR e = 5")]
    [InlineData("a = 1 OR b = 2 AND c = 3", "OR", "a = 1|b = 2 AND c = 3")]
    [InlineData("NOT (a = 1)", null, "NOT (a = 1)")]
    [InlineData("a = 1 && b = 2", null, "a = 1 && b = 2")]
    public void A_filter_has_terms_with_places(string filter, string? word, string terms)
    {
        var evaluator = Compile(filter);

        Assert.Equal(word, evaluator.Word);
        Assert.Equal(terms, string.Join('|', evaluator.Terms.Select(term => filter[term.Start..term.End])));
    }

    [Fact]
    public void Each_term_has_its_own_outcome()
    {
        var columns = new AskedColumns();
        var evaluator = FilterEvaluator.Compile(FilterText.Parse("status_code = 'OK' AND latency_ms > 9999 AND name = 'chatcompletion'"), columns);

        Assert.Equal(RowVerdict.NotSelected, evaluator.Evaluate(Row.Of(columns, Span)).Verdict);

        Assert.Equal([RowVerdict.Selected, RowVerdict.NotSelected, RowVerdict.Depends], Enumerable.Range(0, 3).Select(i => evaluator.OutcomeOf(i).Verdict));
    }

    [Fact]
    public void Values_and_columns_that_are_asked_for_are_listed()
    {
        var columns = new AskedColumns();
        var text = "span_kind = 'LLM' AND 'OK' = status_code AND NOT (name != 'a') AND name != 'b' AND version IN (1, 'x') AND NOT name = 'c' AND name NOT IN ('d') AND kind = \"e\"";
        var evaluator = FilterEvaluator.Compile(FilterText.Parse(text), columns);

        Assert.Equal(
            ["attributes.openinference.span.kind LLM", "status_code OK", "name a", "version 1", "version x", "kind e"],
            evaluator.Values.Select(value => $"{value.Name} {value.Value}"));
        Assert.Equal("'x'", text[evaluator.Values[4].Start..evaluator.Values[4].End]);
        Assert.Equal(["span_kind", "status_code", "name", "version", "kind", "e"], evaluator.Columns.Select(column => column.Name));
        Assert.Equal("attributes.openinference.span.kind", columns.Names[0]);
    }

    [Fact]
    public void Columns_of_datasets_have_no_synonyms()
    {
        var columns = new AskedColumns(areOfSpans: false);
        FilterEvaluator.Compile(FilterText.Parse("span_kind = 'LLM' AND metadata.x = 1"), columns);

        Assert.Equal(["span_kind", "metadata.x"], columns.Names);
    }

    [Fact]
    public void A_doubt_that_decides_nothing_is_not_told()
    {
        // Whatever LIKE does, the other side selects the span.
        Assert.Equal(RowVerdict.Selected, Evaluate("name LIKE 'chat%' OR status_code = 'OK'").Verdict);
        Assert.Equal(FilterDoubts.CaseOfContains, Evaluate("name CONTAINS 'chat' AND (status_code = 'OK' OR status_code = 'ok')").Doubts);
        // The same question has the same answer everywhere.
        Assert.Equal(RowVerdict.Selected, Evaluate("name CONTAINS 'chat' OR NOT name CONTAINS 'chat'").Verdict);
    }

    [Fact]
    public void Evaluating_a_row_allocates_nothing()
    {
        var columns = new AskedColumns();
        var evaluator = FilterEvaluator.Compile(
            FilterText.Parse("(span_kind = 'llm' OR attributes.input.value CONTAINS 'refund') AND name LIKE '%x_%' AND latency_ms > 1000 AND start_time > '2026-11-24T10:00:00'"), columns);
        var row = Row.Of(columns, Span);
        evaluator.Evaluate(row);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            evaluator.Evaluate(row);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000, $"{GC.GetAllocatedBytesForCurrentThread() - before} bytes");
    }

    private static FilterEvaluator Compile(string filter) => FilterEvaluator.Compile(FilterText.Parse(filter), new AskedColumns());

    private static RowOutcome Evaluate(string filter)
    {
        var columns = new AskedColumns();
        var evaluator = FilterEvaluator.Compile(FilterText.Parse(filter), columns);
        return evaluator.Evaluate(Row.Of(columns, Span));
    }
}
