using System.Text.Json;
using System.Text.Json.Nodes;
using Arize.TaskLint.Testing;
using Arize.TaskLint.Testing.Server;

namespace Arize.TaskLint.Cli.Tests;

/// <summary><c>check --health</c>: continuous tasks that do nothing, from the API and from a snapshot with runs.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    // The clock of the tool stands at noon.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly List<string> declared = [];
    private readonly List<string> runs = [];
    private ServerRun run = null!;
    private string space = "";
    private string project = "";

    public async ValueTask InitializeAsync()
    {
        run = await ServerRun.StartAsync();
        space = run.World.AddSpace("production");
        project = run.World.AddProject(space, "support-bot");
    }

    public ValueTask DisposeAsync() => run.DisposeAsync();

    [Fact]
    public async Task Tasks_that_fail_are_cancelled_score_nothing_or_do_not_run_are_reported_and_others_are_not()
    {
        var failing = Add("Failing");
        Runs(failing, 4, "FAILED", 0);
        var hurried = Add("Cancelled at once");
        Runs(hurried, 3, "CANCELLED", 0, took: TimeSpan.FromSeconds(4));
        var slow = Add("Cancelled late");
        Runs(slow, 3, "CANCELLED", 0, took: TimeSpan.FromMinutes(9));
        var skipping = Add("Skipping");
        Runs(skipping, 3, "COMPLETED", 0, skipped: 40);
        var erring = Add("Erring");
        Runs(erring, 3, "COMPLETED", 0, errors: 7);
        var idle = Add("Idle");
        Run(idle, Now.AddDays(-9), "COMPLETED", 10);
        Add("Never ran");
        var healthy = Add("Healthy");
        Runs(healthy, 2, "FAILED", 0);
        Run(healthy, Now.AddMinutes(-5), "COMPLETED", 1);
        Runs(Add("Paused", task => task["is_continuous"] = false), 4, "FAILED", 0);
        Runs(Add("Samples nothing", task => task["sampling_rate"] = 0), 4, "FAILED", 0);
        Runs(Add("Changed since", task => task["updated_at"] = Stamp(Now.AddMinutes(-1))), 4, "FAILED", 0);
        Add("New", task => (task["created_at"], task["updated_at"]) = (Stamp(Now.AddDays(-1)), Stamp(Now.AddDays(-1))));
        Declare();

        var (result, json) = await run.CheckAsync("--health");
        var (without, _) = await run.CheckAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string[] expected =
        [
            "Failing: the last 3 runs of the live task failed, the latest on 2026-11-23 11:00 UTC: 'The judge did not answer.'",
            "Cancelled at once: the last 3 runs of the live task were cancelled, the latest on 2026-11-23 11:00 UTC; likely cause: a run was cancelled "
                + "within seconds: the credentials of the integration, or code of an evaluator that does not keep its contract",
            "Cancelled late: the last 3 runs of the live task were cancelled, the latest on 2026-11-23 11:00 UTC; likely cause: a run was cancelled "
                + "after minutes: the name of the model, or its key",
            "Skipping: the last 3 runs of the live task scored nothing (0 errors, 120 skipped), the latest on 2026-11-23 11:00 UTC; likely cause: "
                + "a mapped path that is on none of the selected spans, or a variable of the template without a mapping",
            "Erring: the last 3 runs of the live task scored nothing (21 errors, 0 skipped), the latest on 2026-11-23 11:00 UTC; likely cause: "
                + "the model of the judge or its key, or labels that its prompt spells otherwise than its classification_choices",
            "Idle: the live task is continuous, but its last run was on 2026-11-14 12:00 UTC; likely cause: its project gets no spans any more, "
                + "or none that the task selects",
            "Never ran: the live task is continuous, but has had no run since it was last changed on 2026-10-01 08:00 UTC; likely cause: "
                + "its project gets no spans any more, or none that the task selects",
        ];
        Assert.Equal(expected, Dead(json));
        Assert.DoesNotContain("ATL7007", without.Output, StringComparison.Ordinal);
        Assert.Equal(10, RunRequests());
        Assert.Equal(1, (await run.Tool.RunAsync("check", "--health", "--fail-on", "warning")).ExitCode);

        // A snapshot with the runs tells the same, where its times show that it was saved late enough.
        var saved = await run.Tool.RunAsync("snapshot", "--health", "-o", "live.json");
        var (fromFile, ofFile) = await run.CheckAsync("--health", "--live", "live.json");
        Assert.Equal((0, ""), (saved.ExitCode, saved.Error));
        Assert.Equal((0, ""), (fromFile.ExitCode, fromFile.Error));
        Assert.Equal(expected, Dead(ofFile));
        var before = run.Tool.Read("live.json");
        await run.Tool.RunAsync("snapshot", "--health", "-o", "live.json");
        Assert.Equal(before, run.Tool.Read("live.json"));
    }

    [Theory]
    [InlineData("span_kind = 'LLM'", "its filter, of which ATL5004 says: users report that 'span_kind' matches nothing; "
        + "use 'attributes.openinference.span.kind'")]
    [InlineData("name LIKE '%x%'", "its filter, of which ATL5008 says: users report that LIKE in a task's filter matches nothing; CONTAINS or '=' may")]
    [InlineData("name = 'x'", "its filter, or a project without new spans (they are indexed within one or two hours)")]
    public async Task Runs_that_find_nothing_count_once_they_cover_the_days_of_the_settings(string filter, string cause)
    {
        var task = Add("Blind", one => one["query_filter"] = filter);
        for (var hour = 170; hour > 0; hour--)
            Run(task, Now.AddHours(-hour), "COMPLETED", 0);
        Declare();

        var (_, json) = await run.CheckAsync("--health");
        var requests = RunRequests();
        run.Tool.File("tasklint.yaml", "health: { idle_days: 30 }\n");
        var (_, later) = await run.CheckAsync("--health");
        run.Tool.File("tasklint.yaml", "health: { idle_days: 0.5 }\n");
        var (_, sooner) = await run.CheckAsync("--health");

        Assert.Equal(
            [$"Blind: nothing was scored since 2026-11-16 10:00 UTC: 170 runs of the live task found nothing to judge; likely cause: {cause}"],
            Dead(json));
        Assert.Equal(2, requests);
        Assert.Empty(Dead(later));
        Assert.Single(Dead(sooner));
        Assert.Equal(5, RunRequests());
    }

    [Fact]
    public async Task The_settings_say_how_many_runs_and_runs_by_hand_do_not_count()
    {
        var two = Add("Two");
        Runs(two, 2, "FAILED", 0);
        Run(two, Now.AddDays(-2), "COMPLETED", 5);
        Run(two, Now.AddMinutes(-10), "COMPLETED", 5, byHand: true);
        Declare();

        var (_, asThree) = await run.CheckAsync("--health");
        run.Tool.File("tasklint.yaml", "health: { last_runs: 2 }\n");
        var (_, asTwo) = await run.CheckAsync("--health");

        Assert.Empty(Dead(asThree));
        Assert.StartsWith("Two: the last 2 runs of the live task failed", Assert.Single(Dead(asTwo)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "FAILED", 0)]
    [InlineData(2, "FAILED", 0)]
    [InlineData(2, "CANCELLED", 0)]
    [InlineData(2, "COMPLETED", 7)]
    public async Task Fewer_runs_than_the_settings_ask_for_decide_nothing_from_the_api_and_from_a_snapshot(int count, string status, int errors)
    {
        var old = Add("Few");
        Runs(old, count, status, 0, errors);
        Runs(Add("Enough"), 3, status, 0, errors);
        // A run that somebody triggered does not fill up.
        Run(old, Now.AddMinutes(-10), status, 0, errors, byHand: true);
        Declare();

        var (result, json) = await run.CheckAsync("--health");
        await run.Tool.RunAsync("snapshot", "--health", "-o", "live.json");
        var (fromFile, ofFile) = await run.CheckAsync("--health", "--live", "live.json");

        Assert.StartsWith("Enough: the last 3 runs", Assert.Single(Dead(json)), StringComparison.Ordinal);
        Assert.Equal(Dead(json), Dead(ofFile));
        Assert.Equal((0, 0), (result.ExitCode, fromFile.ExitCode));
    }

    [Fact]
    public async Task Runs_that_find_nothing_for_days_are_not_passed_over_in_a_snapshot_that_may_be_from_before()
    {
        var task = Add("Blind");
        for (var day = 6; day >= 2; day--)
            Run(task, Now.AddDays(-day), "COMPLETED", 0);
        Run(task, Now.AddDays(-8), "COMPLETED", 0);
        Declare();

        var (_, json) = await run.CheckAsync("--health");
        await run.Tool.RunAsync("snapshot", "--health", "-o", "live.json");
        var (fromFile, ofFile) = await run.CheckAsync("--health", "--live", "live.json");

        Assert.StartsWith("Blind: nothing was scored since 2026-11-15 12:00 UTC", Assert.Single(Dead(json)), StringComparison.Ordinal);
        Assert.Equal(3, fromFile.ExitCode);
        Assert.Equal(
            ["Blind: whether the live task still works is not known: live.json has no run that scored anything since 2026-11-15 12:00 UTC, "
                + "but does not say when it was saved; check against the API"],
            Of(ofFile, "ATL7004"));
    }

    [Theory]
    [InlineData("health: { idle_days: 0 }", "tasklint.yaml:1:22: 'idle_days' must be a number of days, 0.1 to 365")]
    [InlineData("health: { last_runs: 21 }", "tasklint.yaml:1:22: 'last_runs' must be a number of runs, 1 to 20")]
    [InlineData("health: { idle_day: 2 }", "did you mean 'idle_days'")]
    [InlineData("health: 3", "tasklint.yaml:1:9:")]
    public async Task Settings_that_make_no_sense_are_refused_with_their_place(string settings, string message)
    {
        Add("Task");
        Declare();
        run.Tool.File("tasklint.yaml", settings + "\n");

        var result = await run.Tool.RunAsync("check", "--health");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Runs_that_cannot_be_read_leave_the_health_of_that_task_open_and_exit_with_3(int status)
    {
        var closed = Add("Closed");
        Runs(Add("Failing"), 3, "FAILED", 0);
        run.Server.Faults.Always(Fault.Status(status), path => path == $"/v2/tasks/{closed}/runs");
        Declare();

        var (result, json) = await run.CheckAsync("--health");
        var (without, _) = await run.CheckAsync();

        Assert.Equal((3, 0), (result.ExitCode, without.ExitCode));
        Assert.False(json.GetProperty("complete").GetBoolean());
        Assert.StartsWith("Closed: whether the live task still works is not known: its runs cannot be read: ", Assert.Single(Of(json, "ATL7004")),
            StringComparison.Ordinal);
        Assert.StartsWith("Failing: ", Assert.Single(Dead(json)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_whose_runs_cannot_be_read_for_the_same_reason_are_told_once()
    {
        Add("One");
        Add("Two");
        run.Server.Faults.Always(Fault.Status(403), path => path.EndsWith("/runs", StringComparison.Ordinal));
        Declare();

        var (result, json) = await run.CheckAsync("--health");
        var saved = await run.Tool.RunAsync("snapshot", "--health", "-o", "live.json");
        var (fromFile, ofFile) = await run.CheckAsync("--health", "--live", "live.json");

        Assert.Equal(3, result.ExitCode);
        Assert.EndsWith("(2 tasks)", Assert.Single(Of(json, "ATL7004")), StringComparison.Ordinal);
        Assert.Equal(0, saved.ExitCode);
        Assert.Contains("the runs of the task ", saved.Error, StringComparison.Ordinal);
        Assert.Equal(3, fromFile.ExitCode);
        Assert.Equal(
            ["One: whether the live task still works is not known: live.json has not its runs, since they could not be read when the snapshot was made "
                + "(2 tasks)"],
            Of(ofFile, "ATL7004"));
    }

    [Fact]
    public async Task A_run_that_cannot_be_understood_decides_nothing()
    {
        var strange = Add("Strange");
        Runs(strange, 3, "RESTING", 0);
        var silent = Add("Silent");
        Runs(silent, 3, "COMPLETED", 0);
        foreach (var id in runs.Skip(3))
            run.World.Change(id, one => one["num_successes"] = null);
        Declare();

        var (result, json) = await run.CheckAsync("--health");

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(Dead(json));
        Assert.Collection(Of(json, "ATL7004"),
            one => Assert.EndsWith("has no status that this version knows", one, StringComparison.Ordinal),
            one => Assert.EndsWith("does not say what it scored", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_without_runs_leaves_it_open_and_says_what_to_do()
    {
        Runs(Add("Failing"), 3, "FAILED", 0);
        Declare();
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "-o", "live.json")).ExitCode);

        var (result, json) = await run.CheckAsync("--health", "--live", "live.json");
        var (without, _) = await run.CheckAsync("--live", "live.json");

        Assert.Equal((3, 0), (result.ExitCode, without.ExitCode));
        Assert.Equal(
            ["Failing: whether the live task still works is not known: live.json does not have its runs; save them with 'tasklint snapshot --health'"],
            Of(json, "ATL7004"));
    }

    [Fact]
    public async Task A_snapshot_does_not_say_when_it_was_saved_so_an_old_one_makes_no_task_idle()
    {
        var task = Add("Only");
        Run(task, Now.AddDays(-9), "COMPLETED", 5);
        Declare();
        Assert.Equal(0, (await run.Tool.RunAsync("snapshot", "--health", "-o", "live.json")).ExitCode);

        var (result, json) = await run.CheckAsync("--health", "--live", "live.json");
        run.Tool.Time = new SkippingTime(Now.AddDays(-5));
        var (then, _) = await run.CheckAsync("--health", "--live", "live.json");

        Assert.Equal((3, 0), (result.ExitCode, then.ExitCode));
        Assert.Empty(Dead(json));
        Assert.Equal(
            ["Only: whether the live task still works is not known: live.json has no later run than that of 2026-11-14 12:00 UTC, "
                + "but does not say when it was saved; check against the API"],
            Of(json, "ATL7004"));
    }

    [Fact]
    public async Task A_failure_reason_is_shown_without_the_key_and_on_one_line()
    {
        var task = Add("Failing");
        Runs(task, 3, "FAILED", 0);
        foreach (var id in runs)
            run.World.Change(id, one => one["failure_reason"] = $"bad\r\n::error::x \u001b[31m {run.Server.ApiKey} {new string('y', 5000)}");
        Declare();

        var text = await run.Tool.RunAsync("check", "--health");

        Assert.DoesNotContain(run.Server.ApiKey, text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", text.Output, StringComparison.Ordinal);
        var line = Assert.Single(text.Output.Split('\n'), one => one.Contains("ATL7007", StringComparison.Ordinal));
        Assert.Contains("'bad ::error::x", line, StringComparison.Ordinal);
        Assert.True(line.Length < 300, line);
    }

    [Theory]
    [InlineData("--skip", "ATL7007")]
    [InlineData("--only", "ATL7001")]
    public async Task Where_the_rule_is_off_no_runs_are_read(params string[] args)
    {
        Runs(Add("Failing"), 3, "FAILED", 0);
        run.Server.Faults.Always(Fault.Status(403), path => path.EndsWith("/runs", StringComparison.Ordinal));
        Declare();

        var (result, _) = await run.CheckAsync(["--health", .. args]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, RunRequests());
    }

    [Fact]
    public async Task A_comment_that_accepts_it_is_idle_only_where_runs_were_read()
    {
        var task = Add("Failing");
        Runs(task, 3, "FAILED", 0);
        Declare();
        run.Tool.File("a.arize.yaml", run.Tool.Read("a.arize.yaml").Replace("tasks:\n", "tasks:\n  # tasklint disable-next-line ATL7007 -- being repaired\n"));

        var (accepted, json) = await run.CheckAsync("--health");
        var (without, _) = await run.CheckAsync();
        Run(task, Now.AddMinutes(-3), "COMPLETED", 4);
        var (repaired, _) = await run.CheckAsync("--health");

        Assert.True(Assert.Single(json.GetProperty("findings").EnumerateArray().ToList()).GetProperty("suppressed").GetBoolean());
        Assert.Equal(0, accepted.ExitCode);
        Assert.DoesNotContain("ATL9001", without.Output, StringComparison.Ordinal);
        Assert.Contains("ATL9001", repaired.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_pull_request_it_is_shown_as_it_was_before()
    {
        Runs(Add("Failing"), 3, "FAILED", 0);
        Declare();
        await GitRun.GitInAsync(run.Tool.Folder, "init", "--quiet", "--initial-branch", "main");
        await GitRun.GitInAsync(run.Tool.Folder, "add", "-A");
        await GitRun.GitInAsync(run.Tool.Folder, "commit", "--quiet", "--message", "base");

        var (result, json) = await run.CheckAsync("--health", "--base", "HEAD", "--fail-on", "warning");
        var (failing, _) = await run.CheckAsync("--health", "--base", "HEAD", "--fail-on", "warning", "--fail-on-existing-drift");

        Assert.Equal((0, 1), (result.ExitCode, failing.ExitCode));
        Assert.Single(Dead(json));
    }

    private int RunRequests() => run.Server.Requests.Count(request => request.Path.EndsWith("/runs", StringComparison.Ordinal));

    private static List<string> Dead(JsonElement json) => Of(json, "ATL7007");

    private static List<string> Of(JsonElement json, string rule) =>
    [
        .. json.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString() == rule)
            .Select(finding => $"{finding.GetProperty("task").GetString()}: {finding.GetProperty("message").GetString()}"),
    ];

    private string Add(string name, Action<JsonObject>? change = null)
    {
        declared.Add(name);
        var id = run.World.AddTask(space, new JsonObject { ["name"] = name, ["project_id"] = project, ["sampling_rate"] = 0.5, ["is_continuous"] = true });
        run.World.Change(id, task => (task["created_at"], task["updated_at"]) = ("2026-10-01T08:00:00Z", "2026-10-01T08:00:00Z"));
        if (change is not null)
            run.World.Change(id, change);
        return id;
    }

    private void Declare() => run.Tool.File("a.arize.yaml", "space: production\ntasks:\n"
        + string.Concat(declared.Select(name => $"  - {{ name: {name}, type: template_evaluation, partial: true }}\n")));

    private void Runs(string task, int count, string status, int successes, int errors = 0, int skipped = 0, TimeSpan? took = null)
    {
        for (var hour = count; hour > 0; hour--)
            Run(task, Now.AddHours(-hour), status, successes, errors, skipped, took);
    }

    private void Run(
        string task, DateTimeOffset at, string status, int successes, int errors = 0, int skipped = 0, TimeSpan? took = null, bool byHand = false)
    {
        var id = run.World.AddTaskRun(task, at.AddHours(-1), at, successes, errors, status, byHand);
        runs.Add(id);
        run.World.Change(id, one =>
        {
            one["num_skipped"] = skipped;
            if (took is { } time)
                one["run_finished_at"] = Stamp(at + time);
        });
    }

    private static string Stamp(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
