using System.Text;
using Arize.TaskLint.Client.Spans;
using Arize.TaskLint.Core.Spans;

namespace Arize.TaskLint.Client.Tests.Spans;

/// <summary>Files that are given as a sample and are something else, or less than all.</summary>
public sealed class OtherFormsTests
{
    [Theory]
    // By columns, with the rows by number, or by the ID of the span.
    [InlineData("""{"name":{"0":"a","1":"b"},"attributes.input.value":{"0":"q","1":"r"}}""", "a data frame by columns")]
    [InlineData("""{"attributes.input.value":{"0":"q"}}""", "a data frame by columns")]
    [InlineData("""{"name":{"f00d":"a","beef":"b"},"status_code":{"f00d":"OK","beef":"OK"}}""", "a data frame by columns")]
    [InlineData("""{"attributes.metadata":{"f00d":{"a":1},"beef":null},"attributes.input.value":{"f00d":"OK","beef":"OK"}}""", "a data frame by columns")]
    [InlineData("""{"columns":["name","attributes.input.value"],"index":[0],"data":[["a","q"]]}""", "a data frame in parts (orient='split')")]
    [InlineData("""{"index":[0],"columns":["name"],"data":[["a"]]}""", "a data frame in parts (orient='split')")]
    [InlineData("""{"0":{"name":"a","attributes.input.value":"q"},"1":{"name":"b"}}""", "a data frame with an object of all rows (orient='index')")]
    [InlineData("""[["a","q"],["b","r"]]""", "a data frame as lists of values (orient='values')")]
    public void A_data_frame_that_is_not_by_rows_is_told_with_the_call_that_writes_rows(string text, string kind)
    {
        foreach (var areOfSpans in new[] { true, false })
        {
            var other = Read(text, areOfSpans).Result.OtherKind;
            Assert.StartsWith(kind, other, StringComparison.Ordinal);
            Assert.Contains("df.to_json('rows.jsonl', orient='records', lines=True", other, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_long_data_frame_by_columns_is_told_by_its_head()
    {
        var column = string.Join(',', Enumerable.Range(0, 3_000_000).Select(i => FormattableString.Invariant($"\"s{i}\":\"a\"")));

        Assert.StartsWith("a data frame by columns", Read($"{{\"name\":{{{column}}}}}", true).Result.OtherKind, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"context":{"trace_id":"a","span_id":"b"},"attributes":{"input.value":"q"}}""")]
    [InlineData("""{"attributes":{"openinference":{"span":{"kind":"LLM"}}},"name":"a"}""")]
    [InlineData("""{"context":{"trace_id":"a"},"parent":{"span_id":"b"}}""")]
    [InlineData("""{"schema":{"fields":[{"name":"name","type":"string"}],"pandas_version":"1.4.0"},"data":[{"index":0,"name":"a","context.span_id":"b"}]}""")]
    [InlineData("""{"attributes.metadata":{"a":1},"attributes.llm.invocation_parameters":{"b":1},"name":"a"}""")]
    public void A_row_is_no_data_frame(string text)
    {
        var (rows, result) = Read(text, true);

        Assert.Equal((1, null), (rows, result.OtherKind));
        Assert.True(result.IsWhole);
    }

    [Theory]
    [InlineData("""[{"context":{"trace_id":"a","span_id":"b"},"name":"x"}]""")]
    [InlineData("""{"context.span_id":"b","attributes.input.value":"q"}""")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"a","spanId":"b","name":"x"}]}]}]}""")]
    public void Spans_given_as_runs_are_told(string text) =>
        Assert.Equal("of spans, and not of runs or examples; give it with --spans", Read(text, false).Result.OtherKind);

    [Theory]
    [InlineData("""[{"id":"e","attributes.input.value":"q","context.span_id":"b"}]""")]
    [InlineData("""[{"id":"r","example_id":"e","output":"a","trace_id":"t","span_id":"b"}]""")]
    [InlineData("""[{"id":"e","question":"q"}]""")]
    public void Examples_that_were_made_of_spans_are_examples(string text) => Assert.Null(Read(text, false).Result.OtherKind);

    [Theory]
    [InlineData("""[{"example_id":"e","output":"a"}]""", "of runs of an experiment, and not of spans; give it with --runs")]
    [InlineData("""[{"id":"r","example_id":"e","output":"a","latency_ms":5,"start_time":"2026-11-24"}]""", "of runs of an experiment, and not of spans; give it with --runs")]
    [InlineData("""{"id":"r","experiment_id":"e","output":"a","trace_id":"t"}""", "of runs of an experiment, and not of spans; give it with --runs")]
    [InlineData("""{"id":"e","question":"q"}""", "JSON without spans: its first object has 'id', 'question'; needed is JSON, as 'ax spans export PROJECT --stdout' prints it; give examples of a dataset with --runs")]
    public void Runs_given_as_spans_are_told(string text, string kind) => Assert.Equal(kind, Read(text, true).Result.OtherKind);

    [Theory]
    [InlineData("""{"spans":[SPAN],"has_more":true}""", true)]
    [InlineData("""{"has_more":true,"spans":[SPAN]}""", true)]
    [InlineData("""{"spans":[SPAN],"pagination":{"has_more":true,"next_cursor":"c"}}""", true)]
    [InlineData("""{"project":"a","spans":[SPAN],"pagination":{"next_cursor":"c"}}""", true)]
    [InlineData("""{"pagination":{"limit":{"a":1},"has_more":true},"spans":[SPAN]}""", true)]
    [InlineData("""{"spans":[SPAN],"has_more":false}""", false)]
    [InlineData("""{"spans":[SPAN],"pagination":{"has_more":false,"next_cursor":"c"}}""", false)]
    [InlineData("""{"spans":[SPAN],"pagination":{"next_cursor":""}}""", false)]
    [InlineData("""{"spans":[SPAN],"pagination":null}""", false)]
    [InlineData("""{"spans":[SPAN]}""", false)]
    [InlineData("""[SPAN]""", false)]
    public void A_sample_that_says_that_there_are_more_is_cut_short(string text, bool isCut)
    {
        var (rows, result) = Read(text.Replace("SPAN", """{"name":"a","status_code":"OK","attributes":{"has_more":true}}""", StringComparison.Ordinal), true);

        Assert.Equal((1, isCut, true), (rows, result.HasMore, result.IsWhole));
    }

    [Theory]
    [InlineData("Status_Code", """{"status_code":"OK"}""", "OK")]
    [InlineData("status_code", """{"Status_Code":"OK"}""", "OK")]
    [InlineData("SPAN_KIND", """{"attributes":{"openinference.span.kind":"LLM"}}""", "LLM")]
    [InlineData("attributes.LLM.model_name", """{"attributes":{"llm":{"model_name":"m"}}}""", "m")]
    [InlineData("Attributes.Metadata.Env", """{"attributes":{"metadata":"{\"env\":\"prod\"}"}}""", "prod")]
    [InlineData("status_code", """{"status_code":"OK"}""", null)]
    [InlineData("status_codes", """{"status_code":"OK"}""", null)]
    public void The_value_of_a_column_in_another_letter_case_is_known_as_such(string asked, string text, string? expected)
    {
        var columns = new AskedColumns();
        var number = columns.Ask(asked);
        SpanValue found = default;
        new SampleReader(columns, new SeenColumns(), row => found = row.ValueInOtherCase(number)).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(expected, found.Kind == SpanValueKind.Missing ? null : found.Text);
    }

    [Theory]
    [InlineData("""{"resourceSpans":[{"resource":RESOURCE,"scopeSpans":[{"spans":[SPAN,SPAN]}]}]}""", "bot")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[SPAN,SPAN]}],"resource":RESOURCE}]}""", "bot")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"scope":{},"spans":[SPAN]},{"spans":[SPAN]}],"schemaUrl":"u","resource":RESOURCE}]}""", "bot")]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[SPAN,SPAN]}]}]}""", null)]
    public void The_project_of_a_resource_is_known_before_its_spans_and_behind_them(string text, string? project)
    {
        var projects = new List<string?>();
        var reader = new SampleReader(new AskedColumns(), new SeenColumns(), row => projects.Add(row.Project));
        var result = reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text
            .Replace("RESOURCE", """{"attributes":[{"key":"openinference.project.name","value":{"stringValue":"bot"}}]}""", StringComparison.Ordinal)
            .Replace("SPAN", """{"traceId":"a","spanId":"b","name":"x"}""", StringComparison.Ordinal))));

        Assert.Equal([project, project], projects);
        Assert.True(result.IsWhole);
    }

    private static (int Rows, SampleResult Result) Read(string text, bool areOfSpans)
    {
        var rows = 0;
        var reader = new SampleReader(new AskedColumns(areOfSpans), new SeenColumns(), _ => rows++);
        var result = reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return (rows, result);
    }
}
