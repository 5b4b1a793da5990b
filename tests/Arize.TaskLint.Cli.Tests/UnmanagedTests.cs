using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>check --unmanaged</c>: live tasks that nothing declares.</summary>
public sealed class UnmanagedTests : IAsyncLifetime
{
    private ServerRun run = null!;
    private string space = "";

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        space = run.World.AddSpace("production");
        var project = run.World.AddProject(space, "support-bot");
        var evaluator = run.World.AddTemplateEvaluator(space, "Tone", "Judge {output}");
        foreach (var name in new[] { "Declared", "Scratch one", "Made by hand" })
        {
            run.World.AddTask(space, new JsonObject
            {
                ["name"] = name,
                ["project_id"] = project,
                ["evaluators"] = new JsonArray(new JsonObject { ["evaluator_id"] = evaluator }),
            });
        }

        run.World.AddTask(run.World.AddSpace("elsewhere"), new JsonObject { ["name"] = "In another space" });
        run.Tool.File("a.arize.yaml", "space: production\ntasks: [{ name: Declared, type: template_evaluation, partial: true, is_continuous: false }]\n");
        run.Tool.File("tasklint.yaml", "unmanaged:\n  - { names: [Scratch *], reason: experiments, until: 2099-12-31 }\n  - { names: [Made *], until: 2001-01-01 }\n");
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pull_unmanaged_writes_what_nothing_declares_so_that_all_is_declared_then(bool fromSnapshot)
    {
        if (fromSnapshot)
            Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "-o", "live.json")).ExitCode);
        string[] live = fromSnapshot ? ["--live", "live.json"] : [];

        var pulled = await run.Tool.RunAsync(["pull", "--unmanaged", "--names", "--space", "production", "-o", "new/hand.arize.yaml", .. live]);
        var again = await run.Tool.RunAsync(["pull", "--unmanaged", .. live]);
        var (result, json) = await run.CheckAsync(["--unmanaged", .. live]);

        Assert.Equal((0, "", ""), (pulled.ExitCode, pulled.Output, pulled.ExitCode == 0 ? "" : pulled.Error));
        Assert.Contains("wrote 1 task to new/hand.arize.yaml", pulled.Error, StringComparison.Ordinal);
        Assert.Contains("project: support-bot", run.Tool.Read("new/hand.arize.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("Scratch", run.Tool.Read("new/hand.arize.yaml"), StringComparison.Ordinal);
        Assert.Equal((0, ""), (again.ExitCode, again.Output));
        Assert.Contains("all 3 live tasks are declared, or left undeclared by the settings (1), so there is nothing to write", again.Error, StringComparison.Ordinal);
        Assert.Equal((0, 1, 2), (result.ExitCode, Number(json, "unmanaged"), Number(json, "inSync")));
    }

    [Fact]
    public async Task Where_not_all_is_known_pull_unmanaged_writes_nothing()
    {
        run.Tool.File("live.json", """{ "tasks": [{ "id": "T1", "name": "Other", "type": "template_evaluation" }], "pagination": { "has_more": true } }""");
        run.Tool.File("broken.arize.yaml", "tasks: [{ name: Declared }\n");

        var cutShort = await run.Tool.RunAsync("pull", "--unmanaged", "a.arize.yaml", "--live", "live.json");
        var broken = await run.Tool.RunAsync("pull", "--unmanaged", ".", "-o", "new.arize.yaml");
        var both = await run.Tool.RunAsync("pull", "--unmanaged", "--task", "Made by hand");

        Assert.Equal((3, ""), (cutShort.ExitCode, cutShort.Output));
        Assert.Contains("nothing is written", cutShort.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, broken.ExitCode);
        Assert.False(File.Exists(run.Tool.PathOf("new.arize.yaml")));
        Assert.Equal(2, both.ExitCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Live_tasks_that_nothing_declares_are_reported_and_accepted_by_pattern_until_a_day(bool fromSnapshot)
    {
        if (fromSnapshot)
            Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "-o", "live.json")).ExitCode);
        string[] live = fromSnapshot ? ["--live", "live.json"] : [];

        var (result, json) = await run.CheckAsync(["--unmanaged", .. live]);
        var (without, _) = await run.CheckAsync(live);
        var text = await run.Tool.RunAsync(["check", "--unmanaged", "--fail-on", "warning", .. live]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal((2, 3), (Number(json, "unmanaged"), Number(json, "liveTasks")));
        Assert.Equal(
            [
                "ATL9002 the unmanaged entry for names 'Made *' ended on 2001-01-01 and counts no more; remove it, or give it a new date False",
                "ATL7003 nothing declares the live task 'Made by hand' False",
                "ATL7003 nothing declares the live task 'Scratch one' True",
            ],
            json.GetProperty("findings").EnumerateArray().Select(finding =>
                $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("message").GetString()} {finding.GetProperty("suppressed").GetBoolean()}"));
        Assert.Equal(2, json.GetProperty("tasks").EnumerateArray().Count(task => task.GetProperty("status").GetString() == "unmanaged"));
        Assert.DoesNotContain("ATL7003", without.Output, StringComparison.Ordinal);
        Assert.Equal(1, text.ExitCode);
        Assert.Contains("+ Made by hand  unmanaged", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Scratch one", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n1 of 3 live tasks are declared\n", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_to_its_end_says_nothing_of_what_is_not_declared()
    {
        run.World.AddTasks(space, 150);
        var pages = 0;
        run.Server.Faults.Always(Fault.Status(400), path => path == "/v2/tasks" && ++pages > 2);

        var (result, json) = await run.CheckAsync("--unmanaged");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("summary").GetProperty("unmanaged").ValueKind);
        var finding = Assert.Single(json.GetProperty("findings").EnumerateArray().Where(one => one.GetProperty("rule").GetString() != "ATL9002").ToList());
        Assert.Equal("ATL7004", finding.GetProperty("rule").GetString());
        Assert.StartsWith("which live tasks nothing declares is not known: ", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_task_of_unknown_name_or_a_snapshot_of_one_task_leaves_it_open()
    {
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "-o", "one.json", "--task", "Declared")).ExitCode);
        var (cut, ofCut) = await run.CheckAsync("--unmanaged", "--live", "one.json");
        run.Tool.File("b.arize.yaml", "space: production\ntasks: [{ name: '${NAME}', type: template_evaluation, partial: true, is_continuous: false }]\n");
        var (open, ofOpen) = await run.CheckAsync("--unmanaged");

        Assert.Equal((3, 3), (cut.ExitCode, open.ExitCode));
        Assert.Equal(JsonValueKind.Null, ofCut.GetProperty("summary").GetProperty("unmanaged").ValueKind);
        Assert.Equal(JsonValueKind.Null, ofOpen.GetProperty("summary").GetProperty("unmanaged").ValueKind);
        Assert.DoesNotContain("ATL7003", open.Output, StringComparison.Ordinal);
        Assert.Contains("1 declared task has neither a name nor an ID that is known", open.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_accepts_no_live_task_is_reported_where_all_declarations_were_read()
    {
        run.Tool.File("tasklint.yaml", """
            declarations: a.arize.yaml
            unmanaged:
              - names: [Scratch *]
                reason: experiments
              - names: [Gone *, Declared]
                reason: removed long ago
              - projects: [support-bot]
              - names: Made by hand
            """);

        var (all, ofAll) = await run.CheckAsync("--unmanaged");
        var (some, _) = await run.CheckAsync("--unmanaged", "a.arize.yaml");
        var (without, _) = await run.CheckAsync();
        var lint = await run.Tool.RunAsync("lint");
        var hidden = await run.Tool.RunAsync("check", "--unmanaged", "--skip", "ATL9001");

        Assert.Equal(0, all.ExitCode);
        Assert.Equal(
            [
                "tasklint.yaml:5 the unmanaged entry for names 'Gone *, Declared' accepts nothing: every live task that it is for is declared, or there is none; remove it",
                "tasklint.yaml:7 the unmanaged entry for projects 'support-bot' accepts nothing: every live task that it is for is declared, or there is none; "
                    + "a live task has the ID of its project, and not the name",
            ],
            ofAll.GetProperty("findings").EnumerateArray().Where(one => one.GetProperty("rule").GetString() == "ATL9001").Select(one =>
                $"{one.GetProperty("location").GetProperty("file").GetString()}:{one.GetProperty("location").GetProperty("startLine").GetInt32()} "
                    + one.GetProperty("message").GetString()));
        foreach (var output in new[] { some.Output, without.Output, lint.Output, hidden.Output })
            Assert.DoesNotContain("ATL9001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_has_ended_is_reported_by_lint_too_and_accept_lists_all()
    {
        var lint = await run.Tool.RunAsync("lint");
        var list = await run.Tool.RunAsync("accept", "--list");

        Assert.Contains("tasklint.yaml:3:7: warning ATL9002: the unmanaged entry for names 'Made *' ended on 2001-01-01", lint.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Contains("2099-12-31  tasklint.yaml:2:7  not declared: names 'Scratch *' -- experiments\n", list.Output, StringComparison.Ordinal);
        Assert.Contains("2001-01-01  tasklint.yaml:3:7  not declared: names 'Made *' (over)\n", list.Output, StringComparison.Ordinal);
    }

    private static int Number(JsonElement json, string member) => json.GetProperty("summary").GetProperty(member).GetInt32();
}
