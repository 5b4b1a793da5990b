using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

public sealed class PullTests : IAsyncLifetime
{
    private ServerRun run = null!;

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        var space = run.World.AddSpace("production");
        var (project, dataset) = (run.World.AddProject(space, "support-bot"), run.World.AddDataset(space, "golden set"));
        var evaluator = run.World.AddTemplateEvaluator(space, "Tone");
        JsonObject Task(string name, string source, string id) => new()
        {
            ["name"] = name,
            [source] = id,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = evaluator, ["column_mappings"] = new JsonObject { ["input"] = "attributes.input.value" } }),
        };
        run.World.AddTask(space, Task("Weekly Toxicity", "project_id", project));
        var onDataset = Task("Golden Set", "dataset_id", dataset);
        onDataset["experiment_ids"] = new JsonArray(run.World.AddExperiment(space, dataset, "baseline"));
        run.World.AddTask(space, onDataset);
        run.World.AddTask(run.World.AddSpace("other"), Task("Elsewhere", "project_id", project));
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("--names")]
    [InlineData("--split", "task")]
    [InlineData("--split", "project", "--names")]
    public async Task Pulled_space_is_in_sync_with_the_server(params string[] options)
    {
        run.Server.Behaviour.ExtraMembers = false;
        run.Server.Behaviour.NumbersAsFloats = true;
        string[] output = options.Contains("--split") ? ["-o", run.Tool.PathOf("arize")] : ["-o", run.Tool.PathOf("all.arize.yaml")];

        var pulled = await run.Tool.RunAsync(["pull", "--space", "production", .. output, .. options.Where(option => option.Length > 0)]);
        var (result, json) = await run.CheckAsync("--strict", output[1]);

        Assert.Equal((0, ""), (pulled.ExitCode, pulled.Output));
        Assert.True(result.ExitCode == 0, pulled.Error + result.Error + result.Output);
        Assert.Equal(2, json.GetProperty("summary").GetProperty("inSync").GetInt32());
    }

    [Theory]
    [InlineData("--project", "support-bot")]
    [InlineData("--task", "Weekly Toxicity")]
    public async Task Single_tasks_are_pulled_by_their_names(string option, string value)
    {
        var pulled = await run.Tool.RunAsync("pull", "--space", "production", option, value, "--names", "--quiet");

        Assert.Equal((0, ""), (pulled.ExitCode, pulled.Error));
        Assert.Contains("space: production\ntasks:\n  - name: Weekly Toxicity\n", pulled.Output, StringComparison.Ordinal);
        Assert.Contains("    project: support-bot\n", pulled.Output, StringComparison.Ordinal);
        Assert.Contains("      - evaluator: Tone\n", pulled.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Golden Set", pulled.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--task", "Nobody's")]
    [InlineData(3, "--project", "nobody")]
    [InlineData(3, "--space", "nowhere")]
    public async Task What_is_not_there_is_not_written(int exitCode, string option, string value)
    {
        var pulled = await run.Tool.RunAsync(["pull", option, value, "-o", run.Tool.PathOf("all.arize.yaml"), .. option == "--space" ? Array.Empty<string>() : ["--space", "production"]]);

        Assert.Equal((exitCode, ""), (pulled.ExitCode, pulled.Output));
        Assert.Contains(value, pulled.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(run.Tool.PathOf("all.arize.yaml")));
    }

    [Fact]
    public async Task List_that_does_not_end_writes_nothing()
    {
        run.Server.Faults.Always(
            Fault.Raw(200, "application/json", """{ "tasks": [], "pagination": { "has_more": true } }"""), where: path => path == "/v2/tasks");

        var pulled = await run.Tool.RunAsync("pull", "--space", "production", "--split", "task", "-o", "arize");

        Assert.Equal(3, pulled.ExitCode);
        Assert.EndsWith("nothing is written\n", pulled.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Tool.PathOf("arize")));
    }

    [Fact]
    public async Task Names_that_cannot_be_read_cost_the_comments_only()
    {
        run.Server.Faults.Always(Fault.Status(403), where: path => path == "/v2/projects");

        var pulled = await run.Tool.RunAsync("pull", "--space", "production", "--task", "Weekly Toxicity", "--quiet");

        Assert.Equal((0, ""), (pulled.ExitCode, pulled.Error));
        Assert.DoesNotContain("support-bot", pulled.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_in_the_folder_is_not_followed_even_with_force()
    {
        var outside = run.Tool.File("outside.txt", "mine").PathOf("outside.txt");
        Directory.CreateDirectory(run.Tool.PathOf("arize"));
        File.CreateSymbolicLink(run.Tool.PathOf("arize/weekly-toxicity.arize.yaml"), outside);

        var pulled = await run.Tool.RunAsync("pull", "--space", "production", "--split", "task", "-o", "arize", "--force");

        Assert.Equal(2, pulled.ExitCode);
        Assert.Contains("is a link, which is not followed", pulled.Error, StringComparison.Ordinal);
        Assert.Equal("mine", run.Tool.Read("outside.txt"));
        Assert.Single(Directory.EnumerateFiles(run.Tool.PathOf("arize")));
    }
}
