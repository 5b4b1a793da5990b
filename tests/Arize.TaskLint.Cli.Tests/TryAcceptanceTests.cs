using System.Text.Json;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What a team accepts of a trial, how severe it takes it, and what of the request makes no sense.</summary>
public sealed class TryAcceptanceTests
{
    private static readonly string[] Formats = ["text", "json", "html", "markdown", "junit"];

    [Fact]
    public async Task Prune_removes_an_entry_of_a_trial_that_the_sample_no_longer_shows_and_keeps_it_without_a_sample()
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", "tasks:\n" + Entry("a", "status_code = 'X'") + Entry("b", "status_code = 'Y'"));
        await run.RunAsync("baseline", "create", "a.arize.yaml", "--spans", "spans.jsonl");
        run.File("a.arize.yaml", "tasks:\n" + Entry("a", "status_code = 'X'") + Entry("b", "status_code = 'OK'"));
        string[] prune = ["baseline", "prune", "a.arize.yaml", "--baseline", "tasklint-baseline.json"];

        var without = await run.RunAsync(prune);
        var ofOthers = await run.RunAsync([.. prune, "--spans", "other=spans.jsonl"]);
        var with = await run.RunAsync([.. prune, "--spans", "spans.jsonl"]);

        Assert.Contains("2 findings of 'tasklint try' kept, not tried in this run; give the sample: --spans, --runs", without.Output, StringComparison.Ordinal);
        Assert.Contains("0 findings were dropped", without.Output, StringComparison.Ordinal);
        Assert.Equal(3, ofOthers.ExitCode);
        Assert.Contains("1 finding was dropped", with.Output, StringComparison.Ordinal);
        Assert.Single((await File.ReadAllLinesAsync(Path.Combine(run.Folder, "tasklint-baseline.json"))), line => line.Contains("ATL7010", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entry_of_a_trial_that_a_sample_does_not_show_is_not_called_unused()
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", "tasks:\n" + Entry("b", "status_code = 'Y'"));
        await run.RunAsync("baseline", "create", "a.arize.yaml", "--spans", "spans.jsonl");
        run.File("a.arize.yaml", "tasks:\n" + Entry("b", "status_code = 'OK'"));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl", "--baseline", "tasklint-baseline.json");

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("ATL9001", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, false, 1)]
    [InlineData(12, false, 0)]
    [InlineData(30, true, 0)]
    public async Task Severity_of_the_settings_does_not_make_an_error_of_what_a_small_or_chosen_sample_shows(int count, bool isFiltered, int exit)
    {
        using var run = ToolRun.Create();
        var half = string.Concat(Spans(count).Split('\n').Select((line, i) => (i % 2 == 0 ? line : line.Replace("input.value", "other", StringComparison.Ordinal)) + "\n"));
        run.File("tasklint.yaml", "rules: { ATL7010: error, ATL7012: error }\n").File("spans.jsonl", half)
            .File("a.arize.yaml", "tasks:\n" + Entry("drops", "status_code = 'OK'") + Entry("none", "status_code = 'X'"));

        var result = await run.RunAsync(["try", "a.arize.yaml", "--spans", "spans.jsonl", "--format", "json", .. isFiltered ? new[] { "--filtered" } : []]);

        Assert.Equal(exit, result.ExitCode);
        var findings = JsonDocument.Parse(result.Output).RootElement.GetProperty("findings").EnumerateArray();
        Assert.Equal([("ATL7010", exit == 1 ? "error" : "warning"), ("ATL7012", exit == 1 ? "error" : "warning")],
            findings.Select(one => (one.GetProperty("rule").GetString()!, one.GetProperty("severity").GetString()!)).Order());
    }

    [Fact]
    public async Task Suppression_of_a_trial_that_has_ended_is_told()
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", "tasks:\n"
            + Entry("a", "status_code = 'X' # tasklint disable-line ATL7010 until 2020-01-31 -- new")
            + Entry("b", "status_code = 'OK' # tasklint disable-line ATL7010 -- rare"));

        var result = await run.RunAsync("try", "a.arize.yaml", "--spans", "spans.jsonl");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ATL9002: the suppression of ATL7010 ended on 2020-01-31", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ATL9001", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_of_a_variable_in_the_name_of_a_project_is_not_shown()
    {
        using var run = ToolRun.Create();
        run.Variable("TOK", "hush-s3cret").File("spans.jsonl", Spans(30)).File("more.jsonl", Spans(30))
            .File("a.arize.yaml", "tasks:\n" + Entry("a", "status_code = 'X'", "proj${TOK}"))
            .File("b.arize.yaml", "tasks:\n" + Entry("b", "status_code = 'X'"));
        foreach (var format in Formats)
        {
            foreach (var args in new string[][]
            {
                ["a.arize.yaml", "--spans", "p=spans.jsonl"],
                ["a.arize.yaml", "b.arize.yaml", "--spans", "spans.jsonl"],
                ["a.arize.yaml", "b.arize.yaml", "--spans", "p=spans.jsonl", "--spans", "q=more.jsonl"],
                ["a.arize.yaml", "b.arize.yaml", "--spans", "projhush-s3cret=spans.jsonl"],
            })
            {
                var result = await run.RunAsync(["try", .. args, "--format", format, "-v"]);

                Assert.DoesNotContain("s3cret", result.Output + result.Error, StringComparison.Ordinal);
            }
        }

        Assert.Contains("it is on the project 'proj${TOK}'", (await run.RunAsync("try", "a.arize.yaml", "--spans", "p=spans.jsonl")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--spans is given 2 times, and without a value", "--spans", "spans.jsonl", "--spans")]
    [InlineData("--project says which project the spans are of", "--spans", "p=spans.jsonl", "--project", "q")]
    public async Task Request_of_which_a_part_would_be_passed_over_is_refused(string message, params string[] args)
    {
        using var run = ToolRun.Create();
        run.File("spans.jsonl", Spans(30)).File("a.arize.yaml", "tasks:\n" + Entry("a", "status_code = 'OK'"));

        var result = await run.RunAsync(["try", "a.arize.yaml", .. args]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static string Entry(string name, string filter, string project = "p") => $$"""
          - name: {{name}}
            type: template_evaluation
            project: {{project}}
            query_filter: {{filter}}
            evaluators: [{ evaluator: e, column_mappings: { i: attributes.input.value } }]

        """;

    private static string Spans(int count) => string.Join("\n", Enumerable.Range(0, count).Select(i =>
        $$"""{ "name": "s", "context": { "trace_id": "{{i}}" }, "status_code": "OK", "attributes": { "input.value": "q" } }"""));
}
