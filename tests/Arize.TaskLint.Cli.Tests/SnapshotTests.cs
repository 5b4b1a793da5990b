using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>What <c>snapshot</c> saves, <c>check --live</c> reads as <c>check</c> reads the server.</summary>
public sealed class SnapshotTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private ServerRun run = null!;
    private string space = "";
    private string project = "";
    private string tone = "";
    private string pinned = "";
    private string task = "";

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        space = run.World.AddSpace("production");
        project = run.World.AddProject(space, "support-bot");
        tone = run.World.AddTemplateEvaluator(space, "Tone", "Judge {output} by {input}");
        var code = run.World.AddCodeEvaluator(space, "Length", ["output"]);
        pinned = run.World.LatestVersionOf(code);
        run.World.AddEvaluatorVersion(code, new JsonObject
        {
            ["code_config"] = new JsonObject { ["type"] = "CUSTOM", ["name"] = "Length", ["variables"] = new JsonArray("output", "limit") },
        });
        task = run.World.AddTask(space, new JsonObject
        {
            ["name"] = "Tone check",
            ["project_id"] = project,
            ["sampling_rate"] = 0.5,
            ["is_continuous"] = true,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = tone }),
        });
        run.World.AddTask(space, new JsonObject
        {
            ["name"] = "Length check",
            ["type"] = "CODE_EVALUATION",
            ["project_id"] = project,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = code, ["evaluator_version_id"] = pinned }),
        });
        run.Tool.File("a.arize.yaml", $$"""
            space: production
            tasks:
              - name: Tone check
                type: template_evaluation
                project: support-bot
                sampling_rate: 0.1
                evaluators: [{ evaluator: Tone, column_mappings: { output: attributes.output.value } }]
              - name: Length check
                type: code_evaluation
                project: no-such-project
                evaluators: [{ evaluator: Length, column_mappings: { output: attributes.output.value, limit: attributes.llm.limit } }]
              - name: Length check again
                type: code_evaluation
                project: support-bot
                evaluators: [{ evaluator: No such evaluator }, { evaluator_id: {{code}}, evaluator_version_id: {{run.World.LatestVersionOf(tone)}} }]
            """);
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("lower old nulls reversed floats extra")]
    public async Task A_check_against_a_snapshot_finds_what_a_check_against_the_server_finds(string shape)
    {
        Shape(shape);
        var (fromServer, ofServer) = await run.CheckAsync();
        await SaveAsync();
        var requests = run.Server.Requests.Count;

        var (fromFile, ofFile) = await run.CheckAsync("--live", "live.json");

        Assert.Equal(1, fromServer.ExitCode);
        Assert.Equal((fromServer.ExitCode, ""), (fromFile.ExitCode, fromFile.Error));
        Assert.Equal(requests, run.Server.Requests.Count);
        Assert.Equal(Findings(ofServer), Findings(ofFile));
        Assert.Contains(Findings(ofServer), finding => finding.StartsWith("ATL3010", StringComparison.Ordinal));
        Assert.Contains(Findings(ofServer), finding => finding.StartsWith("ATL7013", StringComparison.Ordinal));
        Assert.Contains(Findings(ofServer), finding => finding.StartsWith("ATL3013", StringComparison.Ordinal));
        Assert.Equal(ofServer.GetProperty("summary").GetRawText(), ofFile.GetProperty("summary").GetRawText());
    }

    [Fact]
    public async Task The_same_content_in_another_order_gives_the_same_bytes()
    {
        for (var number = 0; number < 3; number++)
            run.World.AddDataset(space, $"Set {number}");
        await SaveAsync();
        var before = run.Tool.Read("live.json");
        run.World.MoveTask(task, 1);
        run.World.Change(task, one => one["last_run_at"] = "2026-11-22T00:00:00Z");
        run.World.Change(task, Reverse);

        await SaveAsync();

        Assert.Equal(before, run.Tool.Read("live.json"));
        Assert.DoesNotContain("last_run_at", before, StringComparison.Ordinal);
        Assert.EndsWith("}\n", before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snapshot", "-o", "live.json", "-v")]
    [InlineData("snapshot", "--lock", "a.lock", "-v")]
    [InlineData("schema", "--live", "-o", "s.json")]
    public async Task The_value_of_a_variable_that_names_the_space_is_in_no_message(params string[] command)
    {
        run.Tool.Variable("SPACE", "SECRETVALUEONE").File("tasklint.yaml", "space: ${SPACE}\n")
            .File("a.arize.yaml", "space: ${SPACE}\ntasks: [{ name: Tone check, type: template_evaluation, partial: true, is_continuous: true }]\n");
        var missing = await run.Tool.RunAsync(command);
        run.World.AddSpace("SECRETVALUEONE");
        var found = await run.Tool.RunAsync(command);

        Assert.DoesNotContain("SECRETVALUEONE", missing.Output + missing.Error + found.Output + found.Error, StringComparison.Ordinal);
        Assert.Contains("${SPACE}", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_takes_a_snapshot_without_a_word_on_what_the_snapshot_has_besides()
    {
        await SaveAsync();

        var pulled = await run.Tool.RunAsync("pull", "--live", "live.json", "--task", "Tone check");

        Assert.Equal(0, pulled.ExitCode);
        Assert.DoesNotContain("space_id", pulled.Output + pulled.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_nowhere_in_a_snapshot()
    {
        run.World.Change(task, one => one["name"] = $"Check with {run.Server.ApiKey}");

        await SaveAsync();

        Assert.DoesNotContain(run.Server.ApiKey, run.Tool.Read("live.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_snapshot_is_replaced_with_force_alone()
    {
        run.Tool.File("live.json", """{ "tasks": [] }""");

        var refused = await run.Tool.RunAsync("snapshot", "-o", "live.json");
        var kept = run.Tool.Read("live.json");
        var forced = await run.Tool.RunAsync("snapshot", "-o", "live.json", "--force");
        var again = await run.Tool.RunAsync("snapshot", "-o", "live.json", "-q");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("'live.json' is not written: it is there already and is no snapshot", refused.Error, StringComparison.Ordinal);
        Assert.Equal("""{ "tasks": [] }""", kept);
        Assert.Equal((0, ""), (forced.ExitCode, forced.Error));
        Assert.Equal((0, "", ""), (again.ExitCode, again.Output, again.Error));
    }

    [Fact]
    public async Task An_evaluator_and_names_that_the_key_may_not_read_are_undetermined_as_they_are_at_the_server()
    {
        run.Server.Faults.Always(Fault.Status(404), path => path == $"/v2/evaluators/{tone}");
        run.Server.Faults.Always(Fault.Status(403), path => path == "/v2/projects");
        var (fromServer, _) = await run.CheckAsync();

        var saved = await run.Tool.RunAsync("snapshot", "-o", "live.json");
        var (fromFile, json) = await run.CheckAsync("--live", "live.json");

        Assert.Equal(3, fromServer.ExitCode);
        Assert.Equal(0, saved.ExitCode);
        Assert.Contains($"the evaluator {tone} is left out", saved.Error, StringComparison.Ordinal);
        Assert.Contains("the names of projects are left out", saved.Error, StringComparison.Ordinal);
        Assert.Equal(3, fromFile.ExitCode);
        Assert.Contains(Findings(json), finding => finding.StartsWith("ATL7004 the evaluator 'Tone' cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_breaks_off_leaves_the_file_as_it_is()
    {
        run.World.AddTasks(space, 150);
        await SaveAsync();
        var before = run.Tool.Read("live.json");
        var pages = 0;
        run.Server.Faults.Always(Fault.Status(400), path => path == "/v2/tasks" && ++pages > 1);

        var result = await run.Tool.RunAsync("snapshot", "-o", "live.json");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("nothing was written", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, run.Tool.Read("live.json"));
    }

    [Fact]
    public async Task Several_spaces_with_the_same_names_are_told_apart()
    {
        var other = run.World.AddSpace("staging");
        run.World.AddTask(other, new JsonObject
        {
            ["name"] = "Tone check",
            ["project_id"] = run.World.AddProject(other, "support-bot"),
            ["sampling_rate"] = 1,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = run.World.AddTemplateEvaluator(other, "Tone", "Judge {output}") }),
        });
        run.Tool.File("b.arize.yaml", """
            space: staging
            tasks:
              - name: Tone check
                type: template_evaluation
                project: support-bot
                sampling_rate: 1
                evaluators: [{ evaluator: Tone, column_mappings: {} }]
            """);
        var (fromServer, ofServer) = await run.CheckAsync();
        await SaveAsync();

        var (fromFile, ofFile) = await run.CheckAsync("--live", "live.json");
        run.Tool.File("b.arize.yaml", "space: nowhere\ntasks: [{ name: Tone check, type: template_evaluation, partial: true, sampling_rate: 1 }]");
        var (unknown, _) = await run.CheckAsync("--live", "live.json");

        Assert.Equal(fromServer.ExitCode, fromFile.ExitCode);
        Assert.Equal(Findings(ofServer), Findings(ofFile));
        Assert.Equal(ofServer.GetProperty("summary").GetRawText(), ofFile.GetProperty("summary").GetRawText());
        Assert.Equal(3, unknown.ExitCode);
    }

    [Fact]
    public async Task A_snapshot_of_one_task_says_nothing_of_the_others()
    {
        var result = await run.Tool.RunAsync("snapshot", "-o", "live.json", "--task", "Tone check");
        var absent = await run.Tool.RunAsync("snapshot", "-o", "other.json", "--task", "Tune check");

        var (check, json) = await run.CheckAsync("--live", "live.json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("1 task and 1 evaluator saved in live.json\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((3, ""), (absent.ExitCode, absent.Output));
        Assert.Contains("--task 'Tune check': there is no task", absent.Error, StringComparison.Ordinal);
        Assert.Equal(3, check.ExitCode);
        Assert.Equal(2, json.GetProperty("summary").GetProperty("undetermined").GetInt32());
    }

    [Fact]
    public async Task With_health_the_runs_of_continuous_tasks_are_saved_and_read_back()
    {
        run.World.AddTaskRun(task, Day, Day.AddHours(24), 42_000);
        run.Tool.File("tasklint.yaml", "policies:\n  - max_calls_per_day: 4000\n");

        await SaveAsync("--health");
        var (_, json) = await run.CheckAsync("--live", "live.json", "--only", "ATL8005");
        await SaveAsync();
        var (_, without) = await run.CheckAsync("--live", "live.json", "--only", "ATL8005");

        Assert.Single(Findings(json), finding => finding.StartsWith("ATL8005", StringComparison.Ordinal));
        Assert.Empty(Findings(without));
    }

    [Fact]
    public async Task A_space_is_saved_to_standard_output_where_nothing_is_declared()
    {
        File.Delete(run.Tool.PathOf("a.arize.yaml"));

        var result = await run.Tool.RunAsync("snapshot", "--space", "production", "-o", "-");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(2, json.RootElement.GetProperty("tasks").GetArrayLength());
        Assert.Equal("support-bot", json.RootElement.GetProperty("projects")[0].GetProperty("name").GetString());
        Assert.Equal(
            ["ai_integrations", "datasets", "evaluators", "experiments", "integrations", "projects", "spaces"],
            json.RootElement.GetProperty("complete").EnumerateArray().Select(member => member.GetString()));
    }

    private static void Reverse(JsonObject json)
    {
        var members = json.Reverse().ToList();
        json.Clear();
        foreach (var (name, value) in members)
            json.Add(name, value);
    }

    private async Task SaveAsync(params string[] args)
    {
        var result = await run.Tool.RunAsync(["snapshot", "-o", "live.json", .. args]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    // Where something was looked for, at a host or in a file, differs.
    private static List<string> Findings(JsonElement json) =>
    [
        .. json.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("message").GetString()}"
                .Replace("in space production, or this key cannot see it", "in live.json", StringComparison.Ordinal)),
    ];

    private void Shape(string shape)
    {
        var words = shape.Split(' ');
        run.Server.Behaviour.EnumCase = words.Contains("lower") ? EnumCase.Lower : EnumCase.Upper;
        run.Server.Behaviour.OldShape = words.Contains("old");
        run.Server.Behaviour.LeaveOutNulls = words.Contains("nulls");
        run.Server.Behaviour.ReverseEvaluators = words.Contains("reversed");
        run.Server.Behaviour.NumbersAsFloats = words.Contains("floats");
        run.Server.Behaviour.ExtraMembers = words.Contains("extra");
    }
}
