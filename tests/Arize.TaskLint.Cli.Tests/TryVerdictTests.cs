using System.Globalization;
using System.Text.Json.Nodes;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What is not documented of the server is neither a firm error nor a firm success; what the sample says is firm.</summary>
public sealed class TryVerdictTests
{
    private const string Input = "input: attributes.input.value";

    [Theory]
    [InlineData("{input} {output}", Input, "judges_nothing", "warning ATL7011")]
    [InlineData("{input} {output}", Input + ", output: attributes.nope", "judges_nothing", "error ATL7011")]
    [InlineData("{input}", Input, "judges", null)]
    [InlineData("{input}", Input + ", zz: attributes.nope", "undetermined", "error ATL7004")]
    [InlineData("{input}", Input + ", zz: attributes.output.value", "judges", null)]
    [InlineData("{{input}}", "input: attributes.nope", "undetermined", "error ATL7004")]
    [InlineData("{input!r}", "input: attributes.nope", "undetermined", "error ATL7004")]
    [InlineData("{input}", "input: attributes.nope", "judges_nothing", "error ATL7011")]
    [InlineData("{input}", "input: 'attributes.input.value '", "undetermined", "error ATL7004")]
    [InlineData("{input}", "input: '\"attributes.input.value\"'", "undetermined", "error ATL7004")]
    [InlineData("{input}", "input: 'attributes[\"input.value\"]'", "undetermined", "error ATL7004")]
    public async Task A_variable_and_its_mapping_are_judged_by_what_is_documented(string template, string mappings, string status, string? finding)
    {
        var task = await TryAsync("status_code = 'OK'", mappings, Spans(), Live(template));

        Assert.Equal((status, finding), (task.Status, task.Finding));
    }

    [Theory]
    [InlineData("span_kind = 'LLM'", "undetermined", "error ATL7004")]
    [InlineData("span_kind = 'TOOL'", "selects_nothing", "error ATL7010")]
    [InlineData("attributes.openinference.span.kind = 'LLM'", "judges", null)]
    [InlineData("parent_id IS NULL", "undetermined", "error ATL7004")]
    [InlineData("status_code IS NOT NULL", "judges", null)]
    [InlineData("latency_ms < 1e400", "undetermined", "error ATL7004")]
    [InlineData("latency_ms < 1_000", "undetermined", "error ATL7004")]
    [InlineData("latency_ms < 0x10", "undetermined", "error ATL7004")]
    [InlineData("latency_ms < 1000", "judges", null)]
    public async Task A_filter_is_judged_by_what_is_documented(string filter, string status, string? finding)
    {
        var task = await TryAsync(filter, Input, Spans(), live: null);

        Assert.Equal((status, finding), (task.Status, task.Finding));
    }

    [Theory]
    [InlineData("\"attributes\": {\"output\": {\"value\": \"a\"}, \"input\": {\"value\": \"q\"}}")]
    [InlineData("\"attributes\": {\"output.value\": \"a\", \"input.value\": \"q\"}")]
    [InlineData("\"attributes.output.value\": \"a\", \"attributes.input.value\": \"q\"")]
    public async Task A_name_that_only_begins_columns_is_judged_alike_in_each_form_of_an_export(string attributes)
    {
        var spans = Spans(attributes: attributes);

        var filtered = await TryAsync("attributes.output IS NOT NULL", Input, spans, live: null);
        var negated = await TryAsync("attributes.output IS NULL", Input, spans, live: null);
        var mapped = await TryAsync("status_code = 'OK'", "output: attributes.output", spans, live: null);
        var whole = await TryAsync("attributes.output.value IS NOT NULL", "output: attributes.output.value", spans, live: null);

        Assert.Equal(("undetermined", "undetermined", "undetermined", "judges"), (filtered.Status, negated.Status, mapped.Status, whole.Status));
    }

    [Theory]
    [InlineData(1, "warning ATL7011")]
    [InlineData(19, "warning ATL7011")]
    [InlineData(20, "error ATL7011")]
    public async Task Few_spans_that_reach_an_evaluator_make_a_warning_however_large_the_sample_is(int selected, string finding)
    {
        var task = await TryAsync("status_code = 'OK'", "input: attributes.nope", Spans(200, selected), live: null);

        Assert.Equal(finding, task.Finding);
        Assert.Equal(selected < 20, task.Lowered?.Contains("of the sample reach", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("sampling_rate: 0.5", 20.0)]
    [InlineData("sampling_rate: 7", null)]
    public async Task Calls_are_told_where_the_rate_is_known(string rate, double? calls)
    {
        var task = await TryAsync("status_code = 'OK'", Input, Spans(), live: null, rate);

        Assert.Equal(calls, task.Calls);
    }

    [Theory]
    [InlineData("A AND B", "judges")]
    [InlineData("A", "undetermined")]
    public async Task Traces_or_sessions_are_told_apart_only_where_both_say_the_same(string expression, string status)
    {
        var session = expression == "A" ? "" : ", \"session.id\": \"s\"";
        var spans = Spans(attributes: $"\"attributes\": {{\"input.value\": \"q\"{session}}}");
        var filters = $$"""
            { filters: [{ id: A, filter: "status_code = 'OK'" }, { id: B, filter: "name = 'a'" }], expression: {{expression}} }
            """;

        var task = await TryAsync(filters, "{ variable_name: input, query_ids: [A], attribute_path: input.value }", spans, live: null);

        Assert.Equal(status, task.Status);
    }

    [Fact]
    public async Task A_task_without_evaluators_judges_nothing()
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans()).File("a.arize.yaml", """
            space: production
            tasks:
              - { name: Check, type: template_evaluation, project: bot, sampling_rate: 1, evaluators: [] }

            """);

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json");

        Assert.Equal("judges_nothing", (string?)JsonNode.Parse(result.Output)!["try"]!["tasks"]![0]!["status"]);
    }

    private sealed record Tried(string? Status, string? Finding, string? Lowered, double? Calls);

    private static async Task<Tried> TryAsync(string filter, string mappings, string spans, string? live, string rate = "sampling_rate: 1")
    {
        var isNamed = filter.StartsWith('{');
        var mapped = isNamed ? $"query_mappings: [{mappings}]" : $"column_mappings: {{ {mappings} }}";
        using var run = ToolRun.Create();
        run.File("spans.jsonl", spans).File("a.arize.yaml", $$"""
            space: production
            tasks:
              - name: Check
                type: template_evaluation
                project: bot
                is_continuous: true
                {{(isNamed ? $"query_filters: {filter}" : $"query_filter: {filter}")}}
                evaluators: [{ evaluator: Judge, {{mapped}} }]
                {{rate}}

            """);
        string[] arguments = ["try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json"];
        if (live is not null)
        {
            run.File("live.json", live);
            arguments = [.. arguments, "--live", "live.json"];
        }

        var result = await run.RunAsync(arguments);

        var json = JsonNode.Parse(result.Output)!;
        var task = json["try"]!["tasks"]![0]!;
        var subject = task["finding"] is null && task["evaluators"]!.AsArray().Count > 0 ? task["evaluators"]![0]! : task;
        var finding = (int?)subject["finding"] is { } position ? json["findings"]![position]! : null;
        return new Tried((string?)task["status"], finding is null ? null : $"{finding["severity"]} {finding["rule"]}",
            (string?)subject["lowered"], (double?)task["calls"]);
    }

    private static string Spans(
        int count = 40, int selected = 40, string attributes =
            "\"attributes\": {\"input.value\": \"q\", \"output.value\": \"a\", \"openinference.span.kind\": \"LLM\"}") =>
        string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $$$"""
            {"name": "a", "context": {"trace_id": "t{{{i}}}", "span_id": "{{{i}}}"}, "parent_id": "", "latency_ms": 5, "start_time": "2026-11-24T{{{10 + (i % 4)}}}:00:00Z", "status_code": "{{{(i < selected ? "OK" : "ERROR")}}}", {{{attributes}}}}

            """)));

    private static string Live(string template) => $$$$"""
        {
          "tasks": [{"id": "T25saW5lVGFzazo0NTpxUndW", "name": "Check", "type": "TEMPLATE_EVALUATION", "project_id": "TW9kZWw6MTIzOmFCY0Q=",
            "evaluators": [{"evaluator_id": "RXZhbHVhdG9yOjEyOmFCY0Q=", "evaluator_name": "Judge"}]}],
          "evaluators": [{"id": "RXZhbHVhdG9yOjEyOmFCY0Q=", "name": "Judge", "type": "TEMPLATE", "version": {
            "id": "RXZhbHVhdG9yVmVyc2lvbjoyMTI6YUJjRA==", "evaluator_id": "RXZhbHVhdG9yOjEyOmFCY0Q=", "type": "TEMPLATE",
            "template_config": {"name": "judge", "template": "{{{{template}}}}", "data_granularity": "SPAN"}}}]
        }
        """;
}
