using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary>A list may be older than the task itself: what differs in a list is read once more before it is reported.</summary>
public sealed class ReadAgainTests : IAsyncLifetime
{
    private ServerRun run = null!;
    private string id = "";

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        var space = run.World.AddSpace("production");
        id = run.World.AddTask(space, new JsonObject
        {
            ["name"] = "Check",
            ["project_id"] = run.World.AddProject(space, "support-bot"),
            ["sampling_rate"] = 0.1,
            ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = run.World.AddTemplateEvaluator(space, "Tone") }),
        });
        run.Tool.File("a.arize.yaml", "space: production\ntasks: [{ name: Check, partial: true, type: template_evaluation, sampling_rate: 0.1 }, { name: Other, partial: true }]");
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task A_difference_that_only_the_list_has_is_no_drift()
    {
        OldList(0.5);

        var (_, json) = await run.CheckAsync("a.arize.yaml", "--skip", "ATL3xxx");

        Assert.Equal("in_sync", json.GetProperty("tasks")[0].GetProperty("status").GetString());
        Assert.Single(run.Server.Requests, request => request.Path == $"/v2/tasks/{id}");
    }

    [Fact]
    public async Task An_answer_that_is_older_than_the_list_does_not_hide_drift()
    {
        OldList(0.5, updated: "2027-01-01T00:00:00Z");

        var (result, json) = await run.CheckAsync("a.arize.yaml", "--skip", "ATL3xxx");

        Assert.Equal(("drifted", 1), (json.GetProperty("tasks")[0].GetProperty("status").GetString(), result.ExitCode));
    }

    [Fact]
    public async Task A_task_that_was_deleted_while_the_check_ran_is_missing()
    {
        OldList(0.5);
        run.Server.Faults.Always(Fault.Status(404), path => path == $"/v2/tasks/{id}");

        var (result, json) = await run.CheckAsync("a.arize.yaml", "--skip", "ATL3xxx");

        Assert.Equal(("missing", 1), (json.GetProperty("tasks")[0].GetProperty("status").GetString(), result.ExitCode));
        Assert.Contains("any more", json.GetProperty("tasks")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_task_cannot_be_read_by_itself_what_the_list_says_counts()
    {
        run.World.Change(id, task => task["sampling_rate"] = 0.5);
        run.Server.Faults.Always(Fault.Status(403), path => path == $"/v2/tasks/{id}");

        var (result, json) = await run.CheckAsync("a.arize.yaml", "--skip", "ATL3xxx");

        Assert.Equal(("drifted", 1), (json.GetProperty("tasks")[0].GetProperty("status").GetString(), result.ExitCode));
    }

    [Fact]
    public async Task Tasks_that_are_in_sync_are_not_read_again_and_drift_says_since_when()
    {
        var (_, inSync) = await run.CheckAsync("a.arize.yaml", "--skip", "ATL3xxx");
        Assert.DoesNotContain(run.Server.Requests, request => request.Path == $"/v2/tasks/{id}");
        run.World.Change(id, task => (task["sampling_rate"], task["updated_at"]) = (0.5, "2026-11-20T10:00:30.123Z"));

        var (_, json) = await run.CheckAsync("a.arize.yaml", "--skip", "ATL3xxx");
        var text = await run.Tool.RunAsync("check", "a.arize.yaml", "--skip", "ATL3xxx");

        Assert.False(inSync.GetProperty("tasks")[0].TryGetProperty("updatedAt", out _));
        Assert.Equal("2026-11-20T10:00:30Z", json.GetProperty("tasks")[0].GetProperty("updatedAt").GetString());
        Assert.Contains("last changed 2026-11-20 10:00 UTC", text.Output, StringComparison.Ordinal);
    }

    // The list as it was before somebody changed the task.
    private void OldList(double rate, string updated = "2026-01-01T00:00:00Z")
    {
        var project = "";
        run.World.Change(id, task => project = (string)task["project_id"]!);
        var old = $$$"""{"tasks":[{"id":"{{{id}}}","name":"Check","type":"TEMPLATE_EVALUATION","project_id":"{{{project}}}","sampling_rate":{{{rate.ToString(System.Globalization.CultureInfo.InvariantCulture)}}},"updated_at":"{{{updated}}}","evaluators":[]}],"pagination":{"has_more":false,"next_cursor":null}}""";
        run.Server.Faults.Always(Fault.Raw(200, "application/json", old), path => path == "/v2/tasks");
    }
}
