using System.Text.Json;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What <c>try</c> takes from the API: the variables of evaluators. It sends nothing but GET, and nothing unless the API is named.</summary>
public sealed class TryAgainstServerTests : IAsyncLifetime
{
    private ServerRun run = null!;
    private string space = null!;

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        space = run.World.AddSpace("production");
        run.World.AddProject(space, "support-bot");
        run.Tool.File("spans.json", await File.ReadAllTextAsync(Repository.PathOf("examples", "try", "spans.json")));
        run.Tool.File("a.arize.yaml", """
            space: production
            tasks:
              - name: Tone of the model
                type: template_evaluation
                project: support-bot
                query_filter: attributes.openinference.span.kind = 'LLM'
                evaluators:
                  - evaluator: Tone
                    column_mappings: { output: attributes.llm.output_messages.0.message.content }
            """);
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task Variable_of_an_evaluator_that_has_no_mapping_drops_every_span_though_the_task_is_not_live_yet()
    {
        run.World.AddTemplateEvaluator(space, "Tone", "Judge {output} by {input}");

        var (exit, evaluator) = await TryAsync("--api-url", run.Server.BaseUrl.ToString());

        Assert.Equal(0, exit);
        Assert.Equal((24, 0), (evaluator.GetProperty("rows").GetInt32(), evaluator.GetProperty("judged").GetInt32()));
        Assert.Equal(["output", "input"], evaluator.GetProperty("variables").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.NotEmpty(run.Server.Requests);
    }

    [Fact]
    public async Task Without_the_API_named_nothing_is_asked_and_the_declared_mappings_are_tried()
    {
        run.World.AddTemplateEvaluator(space, "Tone", "Judge {output} by {input}");

        var (exit, evaluator) = await TryAsync();

        Assert.Equal((0, 24), (exit, evaluator.GetProperty("judged").GetInt32()));
        Assert.Empty(run.Server.Requests);
    }

    [Fact]
    public async Task Of_an_evaluator_that_cannot_be_read_it_is_not_known_what_it_would_judge()
    {
        var id = run.World.AddTemplateEvaluator(space, "Tone", "Judge {output} by {input}");
        run.Server.Faults.Always(Fault.Status(403), where: path => path == $"/v2/evaluators/{id}");

        var (result, json) = await TryAllAsync("--api-url", run.Server.BaseUrl.ToString());

        Assert.Equal((3, false), (result.ExitCode, json.GetProperty("complete").GetBoolean()));
        Assert.Equal("undetermined", Assert.Single(json.GetProperty("try").GetProperty("tasks").EnumerateArray()).GetProperty("status").GetString());
        Assert.Contains("the evaluator 'Tone' cannot be read, so what depends on it is not checked", result.Output, StringComparison.Ordinal);
        Assert.Contains("to try the declared mappings alone, use 'evaluators: false' in tasklint.yaml", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluator_that_does_not_exist_is_an_error_as_in_check()
    {
        run.World.AddTemplateEvaluator(space, "Another", "Judge {output}");

        var (result, json) = await TryAllAsync("--api-url", run.Server.BaseUrl.ToString());

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("\"judges\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("'Tone'", Assert.Single(json.GetProperty("findings").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task API_that_refuses_is_told_and_no_task_is_said_to_judge(int status)
    {
        run.World.AddTemplateEvaluator(space, "Tone", "Judge {output}");
        run.Server.Faults.Always(Fault.Status(status), where: path => path == "/v2/spaces");

        var (result, json) = await TryAllAsync("--api-url", run.Server.BaseUrl.ToString());

        Assert.Equal((3, false), (result.ExitCode, json.GetProperty("complete").GetBoolean()));
        Assert.Contains("ATL7004", result.Output, StringComparison.Ordinal);
        Assert.Equal("undetermined", Assert.Single(json.GetProperty("try").GetProperty("tasks").EnumerateArray()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Filter_that_selects_nothing_stays_an_error_beside_an_API_that_refuses()
    {
        run.Tool.File("a.arize.yaml", (await File.ReadAllTextAsync(Path.Combine(run.Tool.Folder, "a.arize.yaml"))).Replace("'LLM'", "'NONE'", StringComparison.Ordinal));
        run.Server.Faults.Always(Fault.Status(401));

        var (result, json) = await TryAllAsync("--api-url", run.Server.BaseUrl.ToString());

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["ATL7004", "ATL7010"], json.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("rule").GetString()).Order());
    }

    [Fact]
    public async Task Check_tries_the_tasks_in_the_same_run()
    {
        run.World.AddTemplateEvaluator(space, "Tone", "Judge {output} by {input}");

        var (result, json) = await run.CheckAsync("a.arize.yaml", "--spans", "spans.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("missing", Assert.Single(json.GetProperty("tasks").EnumerateArray()).GetProperty("status").GetString());
        Assert.Equal("judges_nothing", Assert.Single(json.GetProperty("try").GetProperty("tasks").EnumerateArray()).GetProperty("status").GetString());
    }

    private async Task<(ToolResult Result, JsonElement Json)> TryAllAsync(params string[] args)
    {
        var result = await run.Tool.RunAsync(["try", "a.arize.yaml", "--spans", "spans.json", "--format", "json", .. args]);
        return (result, ServerRun.Parse(result.Output));
    }

    private async Task<(int ExitCode, JsonElement Evaluator)> TryAsync(params string[] args)
    {
        var result = await run.Tool.RunAsync(["try", "a.arize.yaml", "--spans", "spans.json", "--format", "json", .. args]);
        var task = Assert.Single(ServerRun.Parse(result.Output).GetProperty("try").GetProperty("tasks").EnumerateArray());
        return (result.ExitCode, Assert.Single(task.GetProperty("evaluators").EnumerateArray()));
    }
}
