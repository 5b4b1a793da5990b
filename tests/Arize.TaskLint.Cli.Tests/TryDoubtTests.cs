using System.Text.Json.Nodes;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What is in doubt is in the JSON result beside what is certain, and costs nothing that could be said.</summary>
public sealed class TryDoubtTests
{
    [Theory]
    [InlineData("status_code = 'OK' OR f(x)", "attributes.output.value", "undetermined", 0, 20)]
    [InlineData("status_code = 'OK' OR f(x)", "attributes.input.value", "judges", 20, 20)]
    [InlineData("status_code = 'OK' OR f(x)", "{ one_of: [a, b] }", "undetermined", 0, 40)]
    [InlineData("status_code = 'OK'", "attributes.input.value", "judges", 20, null)]
    public async Task Certain_and_doubtful_spans_are_counted_apart(string filter, string path, string status, int judged, int? inDoubt)
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans()).File("a.arize.yaml", $$"""
            space: production
            tasks:
              - name: Check
                type: template_evaluation
                project: bot
                is_continuous: true
                sampling_rate: 1
                query_filter: {{filter}}
                evaluators: [{ evaluator: Judge, column_mappings: { input: {{path}} } }]

            """);

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json");

        var task = JsonNode.Parse(result.Output)!["try"]!["tasks"]![0]!;
        var one = task["evaluators"]![0]!;
        Assert.Equal((status, status), ((string?)task["status"], (string?)one["status"]));
        Assert.Equal((judged, inDoubt), ((int)one["judged"]!, (int?)one["judgedInDoubt"]));
        Assert.Equal(inDoubt is null, task["calls"] is not null && task["callsPerDay"] is not null && one["callsPerDay"] is not null);
        Assert.Equal(status == "undetermined" ? 3 : 0, result.ExitCode);
    }

    // Half of them are OK and have no output.
    private static string Spans() => string.Concat(Enumerable.Range(0, 40).Select(i => $$$"""
        {"name": "a", "context": {"trace_id": "t", "span_id": "{{{i}}}"}, "start_time": "2026-11-24T{{{10 + (i / 10)}}}:00:00Z", "status_code": "{{{(i < 20 ? "OK" : "ERROR")}}}", "attributes": {"input.value": "q"{{{(i < 20 ? "" : ", \"output.value\": \"a\"")}}}}}

        """));
}
