using System.Text.Json;
using System.Xml.Linq;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What <c>try</c> tells beside its counts: progress, what lint knows, why a finding is a warning, and what is not known of projects.</summary>
public sealed class TryReportTests
{
    private const string ProjectId = "TW9kZWw6MTIzOmFCY0Q=";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Progress_is_shown_to_a_person_and_not_to_a_pipe(bool isTerminal)
    {
        using var run = ToolRun.Create();
        (run.IsTerminal, run.Time) = (isTerminal, new SlowTime());
        run.File("spans.jsonl", Spans(1000)).File("a.arize.yaml", Task("project: p", "status_code = 'OK'"));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(isTerminal, result.Error.Contains("trying spans of spans.jsonl: 128", StringComparison.Ordinal));
        Assert.Equal(isTerminal, result.Error.Contains(" % of the file", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("span_kind = 'TOOL'", "attributes.input.value", "ATL5004", "users report that 'span_kind' matches nothing")]
    [InlineData("status_code == 'BAD'", "attributes.input.value", "ATL5002", "")]
    [InlineData("status_code = 'OK'", "attributes.input.valu", "ATL3006", "did you mean 'attributes.input.value'")]
    [InlineData("status_code = 'OK'", "input.value", "ATL3005", "did you mean 'attributes.input.value'")]
    public async Task What_lint_knows_of_a_filter_or_a_mapping_is_shown(string filter, string path, string rule, string message)
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", Task("project: p", filter, path));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");

        Assert.Contains(rule, result.Output, StringComparison.Ordinal);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_tried_task_is_a_test_of_JUnit_and_one_that_judges_passes()
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", "tasks:\n" + Entry("Judges", "status_code = 'OK'") + Entry("None", "status_code = 'X'")
            + "  - { name: On a dataset, type: template_evaluation, dataset: d, experiments: [x], evaluators: [{ evaluator: e, column_mappings: { a: b } }] }\n");

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "junit");

        var tests = XDocument.Parse(result.Output).Descendants("testcase").ToDictionary(test => test.Attribute("name")!.Value);
        Assert.Equal(["Judges", "None", "On a dataset"], tests.Keys.Order());
        Assert.Empty(tests["Judges"].Elements());
        Assert.Equal("ATL7010", tests["None"].Element("failure")!.Attribute("type")!.Value);
        Assert.StartsWith("not tried: ", tests["On a dataset"].Element("skipped")!.Attribute("message")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_why_a_finding_is_a_warning_stands_beside_it_and_is_a_field()
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(12)).File("a.arize.yaml", Task("project: p", "status_code = 'X'"));

        var text = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");
        var json = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json");

        Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
        Assert.Contains("warning ATL7010 at 5:19, as the sample has 12 spans", text.Output, StringComparison.Ordinal);
        Assert.Equal("the sample has 12 spans", Trial(json).GetProperty("lowered").GetString());
    }

    [Theory]
    [InlineData("0.001", "; fewer than 1 at sampling_rate 0.001")]
    [InlineData("0.02", "; fewer than 1 at sampling_rate 0.02")]
    [InlineData("0.1", "; about 3 at sampling_rate 0.1")]
    [InlineData("0", "at sampling_rate 0: nothing is judged")]
    public async Task Few_expected_calls_are_not_called_0(string rate, string expected)
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", Task("project: p\n    sampling_rate: " + rate, "status_code = 'OK'"));

        Assert.Contains(expected, (await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("project_id: " + ProjectId, "support-bot")]
    [InlineData("project: support-bot", ProjectId)]
    public async Task Name_of_a_project_beside_an_ID_is_no_claim_until_the_live_side_knows_both(string declared, string given)
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", Task(declared, "status_code = 'X'"))
            .File("live.json", $$"""{ "tasks": [], "projects": [{ "id": "{{ProjectId}}", "name": "support-bot" }] }""");
        string[] command = ["try", "a.arize.yaml", "--spans", $"{given}=spans.jsonl"];

        var unknown = await run.RunAsync(command);
        Assert.Equal(0, unknown.ExitCode);
        Assert.Contains("as it is not known here whether ", unknown.Output, StringComparison.Ordinal);
        Assert.Contains("is not known here; they are tried on its spans", unknown.Error, StringComparison.Ordinal);

        var known = await run.RunAsync([.. command, "--live", "live.json"]);
        Assert.Equal(1, known.ExitCode);
        Assert.DoesNotContain("not known", known.Output + known.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_project_by_the_live_side_is_not_tried()
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", Task("project_id: " + ProjectId, "status_code = 'X'"))
            .File("live.json", $$"""{ "tasks": [], "projects": [{ "id": "{{ProjectId}}", "name": "support-bot" }] }""");

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "other=spans.jsonl", "--live", "live.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("not tried: it is on the project", result.Output, StringComparison.Ordinal);
    }

    private static JsonElement Trial(ToolResult result) =>
        JsonDocument.Parse(result.Output).RootElement.GetProperty("try").GetProperty("tasks").EnumerateArray().Single();

    private static string Task(string project, string filter, string path = "attributes.input.value") => $$"""
        tasks:
          - name: a
            type: template_evaluation
            {{project}}
            query_filter: {{filter}}
            evaluators: [{ evaluator: e, column_mappings: { input: {{path}} } }]

        """;

    private static string Entry(string name, string filter) =>
        $"  - {{ name: {name}, type: template_evaluation, project: p, query_filter: \"{filter}\", evaluators: [{{ evaluator: e, column_mappings: {{ i: attributes.input.value }} }}] }}\n";

    private static string Spans(int count) => string.Concat(Enumerable.Range(0, count).Select(i =>
        $$"""{ "name": "s", "context": { "trace_id": "{{i}}" }, "status_code": "OK", "attributes": { "openinference.span.kind": "LLM", "input.value": "q" } }""" + "\n"));

    // Each look at the clock takes a second.
    private sealed class SlowTime : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++seconds;
    }
}
