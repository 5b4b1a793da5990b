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

        Assert.Equal(1, exit);
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
    public async Task Evaluator_that_cannot_be_read_is_told_and_its_declared_mappings_are_tried()
    {
        var id = run.World.AddTemplateEvaluator(space, "Tone", "Judge {output} by {input}");
        run.Server.Faults.Always(Fault.Status(403), where: path => path == $"/v2/evaluators/{id}");

        var result = await run.Tool.RunAsync("try", "a.arize.yaml", "--spans", "spans.json", "--api-url", run.Server.BaseUrl.ToString());

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("evaluators cannot be read, so their declared mappings are tried", result.Error, StringComparison.Ordinal);
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

    private async Task<(int ExitCode, JsonElement Evaluator)> TryAsync(params string[] args)
    {
        var result = await run.Tool.RunAsync(["try", "a.arize.yaml", "--spans", "spans.json", "--format", "json", .. args]);
        var task = Assert.Single(ServerRun.Parse(result.Output).GetProperty("try").GetProperty("tasks").EnumerateArray());
        return (result.ExitCode, Assert.Single(task.GetProperty("evaluators").EnumerateArray()));
    }
}
